@echo off
rem Starts Tessera on the Java that came with it, else on a Java 25 or newer: TESSERA_JAVA, JAVA_HOME, the PATH, the JDK that built it, the usual folders.
setlocal enabledelayedexpansion
set "app=%~dp0.."
set "found="

rem The packages bring their own, and the JavaFX in it: they run on no other.
call :try "%app%\lib\runtime"
if not defined found if defined TESSERA_JAVA (
    call :try "%TESSERA_JAVA%"
    if not defined found (
        echo tessera: error: TESSERA_JAVA is %TESSERA_JAVA%, which is not Java 25 or newer 1>&2
        echo tessera: hint: set it to the folder of Java 25, or unset it to let Tessera look for one 1>&2
        exit /b 1
    )
)
if defined JAVA_HOME call :try "%JAVA_HOME%"
for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :try "%%~dp$PATH:j.."
if exist "%app%\lib\built-with" for /f "usebackq delims=" %%h in ("%app%\lib\built-with") do call :try "%%h"
for %%r in ("%ProgramFiles%\Java" "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%USERPROFILE%\.jdks") do (
    if exist %%r for /d %%h in (%%r\*) do call :try "%%h"
)
if not defined found (
    echo tessera: error: no Java 25 or newer was found 1>&2
    echo tessera: hint: install Temurin 25, or set TESSERA_JAVA to the folder of Java 25 1>&2
    exit /b 1
)

set "options="
for /f "usebackq eol=# delims=" %%o in ("%app%\lib\jvm-options") do set "options=!options! %%o"
if "%~1"=="import" set "options=!options! -Xmx1536m"
rem The login side for trying out is a package of its own; without it these commands say so.
set "demo="
for %%a in (%*) do (
    if "%%~a"=="demo" set "demo=yes"
    if "%%~a"=="try" set "demo=yes"
)
rem JavaFX lies in the Java that came with a package. Then what a start learned is taken up again, as long as all is on
rem the class path that it was learned on.
if "%found%"=="%app%\lib\runtime" (
    set "options=!options! -Xlog:aot*=off --enable-native-access=javafx.graphics,ALL-UNNAMED"
    if exist "%app%\lib\tessera.aot" set "options=!options! -XX:AOTCache="%app%\lib\tessera.aot""
    set "program=-cp "%app%\lib\tessera.jar" dev.tessera.Main"
    if defined demo set "program=-cp "%app%\lib\tessera.jar;%app%\lib\demo\tessera-demo.jar" dev.tessera.Main"
) else (
    set "options=!options! --enable-native-access=javafx.graphics,dev.tessera,bridj"
    set "program=-p "%app%\lib" -m dev.tessera"
    if defined demo set "program=-p "%app%\lib;%app%\lib\demo" -m dev.tessera"
)
"%found%\bin\java.exe" %options% -Dtessera.state="%LOCALAPPDATA%\Tessera" -Dtessera.config="%APPDATA%\Tessera" %TESSERA_JAVA_OPTIONS% %program% %*
exit /b %errorlevel%

rem Sets found to the folder given if it holds a Java 25 or newer and none was found before.
:try
if defined found exit /b
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
for /f "usebackq tokens=2 delims==" %%v in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do (
    for /f "delims=." %%m in ("%%~v") do if %%m geq 25 set "found=%~1"
)
exit /b
