package dev.tessera.desktop.control;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the pack does not say of its brands: their other names, and which of their names are also other people's.
/// A brand is named by its description in the pack, without the `si-`.
final class BrandNames {
    /// Other names that people meet, each for itself: nothing may follow it.
    static final Map<String, String> ALIASES = lines("""
            amazonaws: Amazon Web Services, AWS, AWS Console, AWS IAM, AWS IAM Identity Center, AWS SSO
            amazon: Amazon.com, Amazon.de, Amazon.co.uk, Amazon.fr, Amazon.it, Amazon.es, Amazon.ca, Amazon.co.jp, Amazon.in
            americanexpress: Amex
            apple: Apple ID, Apple Account, Apple Inc, Apple.com
            at-and-t: AT&T, AT and T
            battle-dot-net: Blizzard, Blizzard Entertainment, Blizzard Battle.net
            bitbucket: Atlassian Bitbucket
            canva: Canva.com
            discord: Discord App, Discord.com, Discord Inc
            docker: Docker Hub, Docker.com, Docker Inc, Docker ID, hub.docker.com
            ea: Electronic Arts, EA Account, EA.com
            ebay: eBay.com, eBay.de, eBay.co.uk, eBay Inc
            elasticcloud: cloud.elastic.co
            epicgames: Epic Games Store
            etsy: Etsy.com
            figma: Figma.com
            firefox: Firefox Account, Firefox Accounts
            gmail: Google Mail, Gmail.com
            gog-dot-com: GOG
            google: G Suite, Gsuite, accounts.google.com
            gov-dot-uk: GOV.UK One Login
            huawei: Huawei ID
            internetarchive: archive.org
            jira: Jira Cloud, Atlassian Jira
            mailchimp: Intuit Mailchimp
            mega: MEGA.nz, MEGA.io
            mozilla: Mozilla Account, Mozilla Accounts
            notion: Notion.so, Notion Labs
            npm: npmjs, npmjs.com, npm Inc
            ovh: OVHcloud, OVH.com
            patreon: patreon.com
            playstation: PSN, PlayStation Network, Sony PlayStation
            plex: Plex.tv
            protonmail: Proton Mail
            pypi: PyPI.org, Python Package Index
            samsung: Samsung Account
            sentry: Sentry.io
            slack: Slack.com, Slack Technologies
            stackexchange: Stack Exchange Network
            steam: Steam Guard, Steam Account, steampowered.com
            stripe: Stripe.com, Stripe Inc
            telegram: Telegram Messenger, telegram.org
            tesla: Tesla Motors, Tesla Account, Tesla.com
            twitch: Twitch.tv, Twitch Interactive
            twitter: Twitter / X, X / Twitter, X (Twitter), X (formerly Twitter)
            uber: Uber.com, Uber Technologies
            ubiquiti: UniFi, Ubiquiti Networks
            ubuntu: Ubuntu One, Ubuntu SSO
            unity: Unity ID
            vercel: Vercel.com
            wix: Wix.com
            yahoo: Yahoo!, Yahoo.com, Yahoo Mail
            zoom: Zoom.us, Zoom Video Communications
            """);

    /// Made-up words and full names, by their letters and digits alone: what begins with one of them and goes on with
    /// more words is of that brand, too.
    static final Set<String> FAMILIES = words("""
            1password airtable amazonwebservices atlassian authy autodesk bitbucket bitdefender bitwarden
            buildkite circleci cisco clickup cloudflare coinbase crunchyroll dailymotion dashlane datadog
            digitalocean docusign dropbox duolingo eventbrite evernote facebook fiverr flickr fortinet
            gitea github gitkraken gitlab glassdoor google grafana gumroad hackerone heroku homeassistant
            hootsuite hubspot humblebundle instagram jetbrains jfrog kaspersky keybase keycdn kickstarter
            lastpass letterboxd linode mailchimp mediafire mongodb netflix netlify newrelic nextcloud
            nintendo openvpn opsgenie pagerduty patreon payoneer paypal pinterest playstation protonmail
            proxmox razer readthedocs reddit researchgate revolut rubygems salesforce scaleway
            semaphoreci shopify shutterstock snapchat sonarcloud sonicwall soundcloud sourceforge spotify
            squarespace stackexchange stackoverflow synology teamviewer tiktok todoist travisci trello
            tripadvisor tumblr twilio ubiquiti ubisoft udemy unsplash upwork vimeo virustotal vmware
            vultr wattpad whatsapp wikipedia woocommerce wordpress xing yandex youtube zapier zendesk
            """);

    /// Words of the language, and names that others bear as well: only the very name itself counts, and nothing
    /// around it. Names of up to five letters are always treated like that.
    static final Set<String> ORDINARY = words("""
            abstract academia affinity amazon anaconda analogue andela android angular apache
            apollographql ardour audible aurelia automatic awesomelists bamboo basecamp behance bitcoin
            blender blogger bluetooth boeing bootstrap broadcom buffer bugatti canonical caterpillar
            celery cesium chartmogul claris concourse confluence consul cypress daimler debian deezer
            delicious deliveroo diaspora directus discord discourse discover docker dribbble elastic
            electron eleventy elixir envato ethereum exercism fandango fedora feedly ferrari figshare
            floatplane fluentd flutter formstack framer freelancer gatling gatsby gentoo ghostery glitch
            goodreads gradle gravatar groovy groupon gutenberg hashnode hilton hitachi homebrew houdini
            hypothesis indeed instapaper instructables intercom invision jameson jasmine jekyll jenkins
            katana launchpad leaflet lighthouse livejournal livestream mapbox markdown marketo marriott
            mastercard mastodon matrix maytag medium meetup mercedes messenger minutemailer mitsubishi
            monero nissan notion nutanix oculus oracle overcast palantir pandas peertube periscope
            peugeot phabricator pinboard pingdom porsche postman prettier prismic prometheus python
            quarkus quicktime rancher renault safari samsung scratch sennheiser sentry serverless shazam
            siemens signal sketch skyliner snapcraft society6 sparkpost spinnaker spotlight spreaker
            sprint square stadia staffbase starlingbank statamic statuspage stitcher stripe subaru
            sublimetext suzuki swagger symantec symfony symphony tableau talend telegram terraform
            thumbtack thunderbird tinder tomorrowland toshiba toyota treehouse trustpilot twitch ubuntu
            unicode unilever untangle uploaded vagrant vauxhall veritas verizon vivaldi vodafone
            volkswagen vulkan
            """);

    /// Never shown, since nobody can tell whom the bare name means: one-letter names, and words under which more
    /// people know something else.
    static final Set<String> AMBIGUOUS = words("""
            anchor atom beats bit boost breaker buddy c castro chef circle clubhouse co-op composer dash
            dot-net drone elementary first flask flood gauges genius go grunt gulp harbor helm here
            highly hive icon ideal insomnia jet known loop lumen man meteor mini mix mixer mocha monogram
            monster moo nuke octave openaccess origin pandora pantheon pelican planet pocket poly powers
            prime puppet qi quasar quest r realm reason ring riot ripple roots seat semanticweb shell
            slides smart spectrum spring stellar storybook swift tails tapas tide trove v vine wish
            workplace x-pack
            """);

    /// Never shown, since the owners do not allow it and Simple Icons has taken them out of later releases.
    static final Set<String> WITHHELD = words("""
            adobe adobeacrobatreader adobeaftereffects adobeaudition adobecreativecloud adobedreamweaver
            adobefonts adobeillustrator adobeindesign adobelightroomcc adobelightroomclassic
            adobephonegap adobephotoshop adobepremierepro adobexd azureartifacts azuredataexplorer
            azuredevops azurefunctions azurepipelines bing csharp dynamics365 internetexplorer linkedin
            magento microsoft microsoftacademic microsoftaccess microsoftazure microsoftedge
            microsoftexcel microsoftexchange microsoftoffice microsoftonedrive microsoftonenote
            microsoftoutlook microsoftpowerpoint microsoftsharepoint microsoftsqlserver microsoftteams
            microsoftvisio microsoftword minecraft mojangstudios powerbi powershell skype
            skypeforbusiness visualstudio visualstudiocode windows windows95 windowsxp xamarin xaml xbox
            yammer
            """);

    private BrandNames() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    /// `brand: name, name` on each line, turned round.
    private static Map<String, String> lines(String text) {
        return text.lines()
                .map(line -> line.split(": "))
                .flatMap(parts -> Stream.of(parts[1].split(", ")).map(name -> Map.entry(name, parts[0])))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
