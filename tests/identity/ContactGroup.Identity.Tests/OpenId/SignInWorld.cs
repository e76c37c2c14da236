using ContactGroup.Testing;

namespace ContactGroup.Identity.Tests.OpenId;

/// <summary>A deployment with two providers, and somebody who signs in through the first of them. Serves many tests, each of which begins with honest providers.</summary>
public sealed class SignInWorld : IAsyncLifetime
{
    internal const string Subject = "248289761001";

    internal FakeClock Clock { get; } = new();

    internal TestProvider Provider { get; private set; } = null!;

    internal TestProvider Other { get; private set; } = null!;

    internal IdentityApp App { get; private set; } = null!;

    internal string LastRefusal => App.Log.All.Split('\n').Last(line => line.Contains(" 1050 ", StringComparison.Ordinal)).TrimEnd();

    public async Task InitializeAsync()
    {
        Provider = await TestProvider.StartAsync(Clock);
        Other = await TestProvider.StartAsync(Clock, "other-desk");
        App = await IdentityApp.StartAsync(Clock, TestProvider.Settings(Provider, Other));
        await ProviderBrowser.JoinAsync(App, Provider, Subject, "delegate");
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await Other.DisposeAsync();
        await Provider.DisposeAsync();
    }

    /// <summary>Both tell the truth, and may be asked again.</summary>
    internal void BeHonest()
    {
        Provider.BeHonest();
        Other.BeHonest();
        Clock.Advance(TimeSpan.FromSeconds(11));
    }
}
