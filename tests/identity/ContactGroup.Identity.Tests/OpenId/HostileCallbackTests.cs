using System.Net;
using Microsoft.AspNetCore.WebUtilities;

namespace ContactGroup.Identity.Tests.OpenId;

/// <summary>Somebody comes back from a provider in a way that no honest browser does: one answer for all of them, and no session.</summary>
public sealed class HostileCallbackTests : IClassFixture<SignInWorld>
{
    private static readonly Dictionary<string, (string Reason, Func<HostileCallbackTests, Task<Answer>> Come)> Ways = new(StringComparer.Ordinal)
    {
        ["in a browser that asked for nothing"] = ("no sign-in is pending in this browser", test => test.ComeAsync(browser => browser.Pending = null)),
        ["with a cookie of their own making"] = ("no sign-in is pending in this browser", test => test.ComeAsync(browser => browser.Pending = "cg_signing_in=eyJQcm92aWRlciI6ImRlc2sifQ")),
        ["with the cookie of a session"] = ("no sign-in is pending in this browser", async test =>
        {
            var (inside, _) = await test.world.App.BrowserAsync("admin");
            return await test.ComeAsync(browser => browser.Pending = $"cg_signing_in={inside.Cookie!.Split('=')[1]}");
        }
        ),
        ["in the browser of somebody else who is under way"] = ("wrong state", async test =>
        {
            var victim = new ProviderBrowser(test.world.App);
            await victim.BeginAsync("desk");
            return await victim.ReturnAsync(await test.CallbackAsync(test.browser));
        }
        ),
        ["with another state"] = ("wrong state", test => test.ComeAsync("state", "another")),
        ["without a state"] = ("wrong state", test => test.ComeAsync("state")),
        ["with a state twice"] = ("wrong state", test => test.ComeAsync(callback => $"{callback}&state=another")),
        ["without a code"] = ("answer without one code", test => test.ComeAsync("code")),
        ["with a code twice"] = ("answer without one code", test => test.ComeAsync(callback => $"{callback}&code=another")),
        ["with a code without end"] = ("answer without one code", test => test.ComeAsync("code", new string('x', 4097))),
        ["with a code of their own making"] = ("code refused by the provider", test => test.ComeAsync("code", "another")),
        ["with a code of another sign-in"] = ("code refused by the provider", async test =>
        {
            var stolen = QueryHelpers.ParseQuery((await test.CallbackAsync(new ProviderBrowser(test.world.App))).Query)["code"].ToString();
            return await test.ComeAsync("code", stolen);
        }
        ),
        ["turned away there"] = ("turned away at the provider", test => test.ComeAsync(callback => $"{callback}&error=access_denied")),
        ["with an answer that names another issuer"] = ("answer names another issuer", test => test.ComeAsync(callback => $"{callback}&iss=https%3A%2F%2Felsewhere.example")),
        ["to the callback of another provider"] = ("pending at another provider", test => test.ComeAsync(callback => callback.Replace("/desk/", "/other-desk/", StringComparison.Ordinal))),
        ["to the callback of no provider"] = ("no sign-in is pending in this browser", test => test.ComeAsync(callback => callback.Replace("/desk/", "/nowhere/", StringComparison.Ordinal))),
        ["after ten minutes"] = ("took longer than it may", async test =>
        {
            var callback = await test.CallbackAsync(test.browser);
            test.world.Clock.Advance(TimeSpan.FromMinutes(10));
            return await test.browser.ReturnAsync(callback);
        }
        ),
        ["a second time"] = ("no sign-in is pending in this browser", async test =>
        {
            var callback = await test.CallbackAsync(test.browser);
            await test.browser.ReturnAsync(callback);
            return await test.browser.ReturnAsync(callback);
        }
        ),
        ["a second time with a copy of the cookie"] = ("state used before", async test =>
        {
            var callback = await test.CallbackAsync(test.browser);
            var copy = test.browser.Pending;
            await test.browser.ReturnAsync(callback);
            test.browser.Pending = copy;
            return await test.browser.ReturnAsync(callback);
        }
        ),
        ["with a copy of the cookie and a new code"] = ("state used before", async test =>
        {
            var address = await test.browser.BeginAsync("desk");
            var copy = test.browser.Pending;
            await test.browser.ReturnAsync(test.world.Provider.Approve(address, SignInWorld.Subject));
            test.browser.Pending = copy;
            return await test.browser.ReturnAsync(test.world.Provider.Approve(address, SignInWorld.Subject));
        }
        ),
        ["with a token of another provider"] = ("wrong issuer", test =>
        {
            test.world.Provider.InClaims = claims => claims["iss"] = test.world.Other.Issuer;
            return test.ComeAsync(_ => { });
        }
        ),
        ["with a token that another provider signed"] = ("unknown key", test =>
        {
            test.world.Provider.Key = test.world.Other.Key;
            return test.ComeAsync(_ => { });
        }
        ),
    };

    private readonly SignInWorld world;
    private readonly ProviderBrowser browser;

    public HostileCallbackTests(SignInWorld world)
    {
        (this.world, browser) = (world, new ProviderBrowser(world.App));
        world.BeHonest();
    }

    public static TheoryData<string> AllWays => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(AllWays))]
    public async Task Who_comes_back_otherwise_than_they_were_sent_gets_the_one_refusal(string way)
    {
        var unknown = await new ProviderBrowser(world.App).SignInAsync(world.Provider, "nobody we know");

        var refused = await Ways[way].Come(this);

        Assert.Equal((HttpStatusCode.Found, ProviderBrowser.Refused), (refused.Status, refused.Headers["Location"]));
        Assert.Equal(unknown.Headers, refused.Headers);
        Assert.Equal(unknown.Text, refused.Text);
        Assert.Contains($"refused: {Ways[way].Reason}", world.LastRefusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_says_it_names_itself_must()
    {
        world.Other.InDiscovery = document => document["authorization_response_iss_parameter_supported"] = true;

        var silent = await browser.ReturnAsync(world.Other.Approve(await browser.BeginAsync("other-desk"), SignInWorld.Subject));
        var silentReason = world.LastRefusal;
        var naming = world.Other.Approve(await browser.BeginAsync("other-desk"), SignInWorld.Subject);
        await browser.ReturnAsync($"{naming.PathAndQuery}&iss={Uri.EscapeDataString(world.Other.Issuer)}");

        Assert.Equal(ProviderBrowser.Refused, silent.Headers["Location"]);
        Assert.EndsWith("answer names another issuer", silentReason, StringComparison.Ordinal);
        Assert.EndsWith("identity is bound to nobody", world.LastRefusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_chooses_where_a_sign_in_ends()
    {
        var callback = await CallbackAsync(browser);

        var answer = await browser.ReturnAsync($"{callback.PathAndQuery}&returnUrl=https%3A%2F%2Felsewhere.example&redirect_uri=https%3A%2F%2Felsewhere.example");

        Assert.Equal("/", answer.Headers["Location"]);
    }

    private async Task<Uri> CallbackAsync(ProviderBrowser by) => world.Provider.Approve(await by.BeginAsync("desk"), SignInWorld.Subject);

    private async Task<Answer> ComeAsync(Action<ProviderBrowser> change)
    {
        var callback = await CallbackAsync(browser);
        change(browser);
        return await browser.ReturnAsync(callback);
    }

    private async Task<Answer> ComeAsync(Func<string, string> change) => await browser.ReturnAsync(change((await CallbackAsync(browser)).PathAndQuery));

    private Task<Answer> ComeAsync(string parameter, string? value = null) => ComeAsync(callback =>
    {
        var (path, query) = (callback.Split('?')[0], QueryHelpers.ParseQuery(callback.Split('?')[1]));
        query.Remove(parameter);
        if (value is not null)
        {
            query[parameter] = value;
        }

        return QueryHelpers.AddQueryString(path, query);
    });
}
