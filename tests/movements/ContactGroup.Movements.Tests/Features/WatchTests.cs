using ContactGroup.Testing;

namespace ContactGroup.Movements.Tests.Features;

public sealed class WatchTests : IAsyncLifetime, IDisposable
{
    private readonly MovementsApp app = new() { IsWatched = true };

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task What_is_due_happens_without_anybody_asking()
    {
        var item = await app.NotifiedAsync(People.Ngo, app.Room());
        app.Clock.Advance(TimeSpan.FromHours(12));

        await Eventually.IsAsync("escalate", async () =>
        {
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            return (await app.StoredAsync(item)).Act;
        });
    }
}
