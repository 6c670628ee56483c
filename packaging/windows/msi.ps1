# Makes the installer for Windows, target\release\tessera-VERSION-windows-x64.msi, and beside it the login side as a
# .zip that is unpacked over the installed folder. See docs/packaging.md for what was tried of it.
# usage: powershell -ExecutionPolicy Bypass -File packaging\windows\msi.ps1
# Needs Windows 10 or later on x64, Maven, a JDK 25 (with its jmods or linkable runtime) for Maven's toolchain, and the
# WiX Toolset 3.14 (candle.exe and light.exe on the PATH, or below $env:WIX).
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
Set-Location (Join-Path $PSScriptRoot '..\..')

# Runs a program and stops at its failure, which PowerShell by itself would not.
function Invoke-Tool([string] $Program, [string[]] $Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Program ended with $LASTEXITCODE" }
}

function Find-Wix([string] $Name) {
    $found = Get-Command $Name -ErrorAction SilentlyContinue
    if ($found) { return $found.Source }
    if ($env:WIX) {
        $below = Join-Path $env:WIX "bin\$Name"
        if (Test-Path $below) { return $below }
    }
    throw "$Name is missing: install the WiX Toolset 3.14, or set WIX to its folder"
}

$candle = Find-Wix 'candle.exe'
$light = Find-Wix 'light.exe'

# The first version of the build's description is its own.
$version = (Select-String -Path pom.xml -Pattern '^  <version>(.*)</version>').Matches[0].Groups[1].Value
if ($version -notmatch '^\d+\.\d+\.\d+$') { throw "an installer's version has three numbers, unlike $version" }

Invoke-Tool 'mvn' @('-B', '-ntp', '-q', '-Dmaven.test.skip=true', 'package')
$java = Join-Path (Get-Content target\tessera\lib\built-with -TotalCount 1).Trim() 'bin\java.exe'

$work = 'target\msi'
if (Test-Path $work) { Remove-Item -Recurse -Force $work }
New-Item -ItemType Directory -Force $work, target\release | Out-Null
$name = "tessera-$version"
$folder = "$work\$name"
Invoke-Tool $java @('packaging\RuntimeImage.java', 'target\tessera', $folder)
Copy-Item LICENSE, README.md, CHANGELOG.md $folder

# The login side for trying out is a package of its own.
$demo = "$work\demo\app\lib"
New-Item -ItemType Directory -Force $demo | Out-Null
Move-Item "$folder\lib\demo" $demo
Compress-Archive -Force -Path "$work\demo\app" -DestinationPath "target\release\tessera-demo-$version-windows.zip"

Invoke-Tool $java @('packaging\NativeLaunchers.java', $folder, "$work\app", $version, 'icons\tessera.ico')
Invoke-Tool $java @('packaging\windows\MsiSource.java', "$work\app\Tessera", $version, 'icons\tessera.ico', "$work\tessera.wxs")
Invoke-Tool $candle @('-nologo', '-arch', 'x64', '-out', "$work\tessera.wixobj", "$work\tessera.wxs")
$msi = "target\release\$name-windows-x64.msi"
# ICE91 warns that an installer for one person cannot be one for all: so it is meant.
Invoke-Tool $light @('-nologo', '-sice:ICE91', '-out', $msi, "$work\tessera.wixobj")

# Signed where there is a certificate: its thumbprint in $env:TESSERA_CERTIFICATE, the address of its authority's time
# stamps in $env:TESSERA_TIMESTAMPS, signtool.exe on the PATH.
if ($env:TESSERA_CERTIFICATE) {
    Invoke-Tool 'signtool.exe' @('sign', '/sha1', $env:TESSERA_CERTIFICATE, '/fd', 'SHA256', '/tr', $env:TESSERA_TIMESTAMPS, '/td', 'SHA256', $msi)
} else {
    Write-Warning 'not signed: Windows will warn about it. Set TESSERA_CERTIFICATE to the thumbprint of a certificate.'
}
Get-ChildItem target\release -File | Where-Object Name -NE 'SHA256SUMS' | Sort-Object Name | ForEach-Object {
    "$((Get-FileHash $_.FullName -Algorithm SHA256).Hash.ToLowerInvariant())  $($_.Name)"
} | Set-Content -Encoding ascii target\release\SHA256SUMS
Get-ChildItem target\release
