using ContactGroup.Identity.OpenId;
using Microsoft.Extensions.Options;

namespace ContactGroup.Identity.Tests.OpenId;

public sealed class OpenIdSettingsTests
{
    private static readonly Dictionary<string, string> Good = new(StringComparer.Ordinal)
    {
        ["PublicAddress"] = "https://contact.example.org",
        ["Providers:0:Name"] = "entra",
        ["Providers:0:Issuer"] = "https://login.example.com/tenant/v2.0",
        ["Providers:0:ClientId"] = "client",
        ["Providers:1:Name"] = "desk",
        ["Providers:1:Issuer"] = "https://desk.example.com",
        ["Providers:1:ClientId"] = "client",
    };

    [Fact]
    public async Task Good_settings_start_without_asking_any_provider()
    {
        await using var app = await IdentityApp.StartAsync([.. Good.Select(one => ($"Identity:OpenId:{one.Key}", one.Value))]);

        Assert.Contains("\"entra\"", (await app.Nobody.GetAsync("/api/identity/providers")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PublicAddress", "", "Identity:OpenId:PublicAddress")]
    [InlineData("PublicAddress", "http://contact.example.org", "Identity:OpenId:PublicAddress")]
    [InlineData("PublicAddress", "https://contact.example.org/below", "Identity:OpenId:PublicAddress")]
    [InlineData("Providers:0:Issuer", "http://login.example.com", "Identity:OpenId:Providers:0:Issuer")]
    [InlineData("Providers:0:Issuer", "https://login.example.com/?tenant=1", "Identity:OpenId:Providers:0:Issuer")]
    [InlineData("Providers:0:Issuer", "login.example.com", "Identity:OpenId:Providers:0:Issuer")]
    [InlineData("Providers:0:Issuer", "", "Identity:OpenId:Providers:0:Issuer")]
    [InlineData("Providers:0:Issuer", "https://desk.example.com", "each issuer once")]
    [InlineData("Providers:0:Name", "desk", "a name of its own")]
    [InlineData("Providers:0:Name", "../callback", "Identity:OpenId:Providers:0:Name")]
    [InlineData("Providers:0:ClientId", "", "Identity:OpenId:Providers:0:ClientId")]
    [InlineData("Providers:1:ClientSecert", "secret", "Did you mean Identity:OpenId:Providers:1:ClientSecret?")]
    public async Task Settings_that_are_half_set_or_misspelt_stop_the_start_and_are_named(string key, string value, string named)
    {
        (string Key, string Value)[] settings =
            [.. Good.Append(new(key, value)).Select(one => ($"Identity:OpenId:{one.Key}", one.Value))];

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => IdentityApp.StartAsync(settings));

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://login.example.com", "https://keys.example.net/keys", true)]
    [InlineData("https://login.example.com", "https://127.0.0.1/keys", false)]
    [InlineData("https://login.example.com", "http://localhost/keys", false)]
    [InlineData("http://127.0.0.1:5000", "http://127.0.0.1:5000/keys", true)]
    [InlineData("http://127.0.0.1:5000", "http://keys.example.net/keys", false)]
    [InlineData("https://login.example.com", "https://keys.example.net/keys#other", false)]
    public void A_provider_leads_to_https_and_not_into_our_own_machine(string issuer, string address, bool followed) =>
        Assert.Equal(followed, WebAddress.IsSecureFor(issuer, address, out _));
}
