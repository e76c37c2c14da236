namespace ContactGroup.Channels.Tests.Fixtures;

/// <summary>Tests that each start with a contact group of their own, in posture coexistence.</summary>
public abstract class TheatreTests : IAsyncLifetime
{
    private protected ChannelsApp App { get; private set; } = null!;

    private protected Theatre Theatre { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        App = await ChannelsApp.StartAsync();
        Theatre = await Theatre.OpenAsync(App);
    }

    public async Task DisposeAsync() => await App.DisposeAsync();
}
