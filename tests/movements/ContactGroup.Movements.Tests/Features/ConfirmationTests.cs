namespace ContactGroup.Movements.Tests.Features;

/// <summary>The clock stands at 2026-03-01 08:00 UTC; a site holds for ninety days unless it is confirmed.</summary>
public sealed class ConfirmationTests : IAsyncLifetime, IDisposable
{
    private readonly MovementsApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_site_that_nobody_confirms_says_so_and_stays_on_the_list()
    {
        var item = await app.SiteAsync(People.Ngo, app.Room());
        await app.PassAsync(TimeSpan.FromDays(89));
        Assert.Equal("NOTIFIED", await StateAsync(item));

        await app.PassAsync(TimeSpan.FromDays(1));
        var asked = await app.StoredAsync(item);
        await app.PassAsync(TimeSpan.FromDays(14));
        await app.PassAsync(TimeSpan.FromDays(1_000));

        Assert.Equal(("revalidation-due", "REVALIDATION_DUE", "system", 2), (asked.Act, (string?)asked.Content["state"], asked.Person, (int)asked.Content["version"]!));
        Assert.Equal("STALE", await StateAsync(item));
        Assert.Null((await app.FactAsync(item, 3)).Expires);
        Assert.Equal(0, await app.DeadlinesAsync(item));
    }

    [Fact]
    public async Task A_site_whose_validity_is_over_is_stale_at_once_and_stays_on_the_list()
    {
        var item = await app.SiteAsync(People.Ngo, app.Room(), ("validUntil", "2026-04-01T00:00:00Z"));

        await app.PassUntilAsync("2026-03-31T23:59:59Z");
        Assert.Equal("NOTIFIED", await StateAsync(item));
        await app.PassUntilAsync("2026-04-01T00:00:00Z");

        var stale = await app.StoredAsync(item);
        Assert.Equal(("stale", "STALE"), (stale.Act, (string?)stale.Content["state"]));
        Assert.Null((await app.FactAsync(item, stale.Version)).Expires);
    }

    [Theory]
    [InlineData(90)]
    [InlineData(104)]
    public async Task Confirming_begins_it_anew(int days)
    {
        var item = await app.SiteAsync(People.Ngo, app.Room());
        await app.PassAsync(TimeSpan.FromDays(days));

        Assert.Equal(202, (await app.PostAsync(People.Ngo, $"items/{item}/revalidate", "{}")).Status);

        Assert.Equal("NOTIFIED", await StateAsync(item));
        await app.PassAsync(TimeSpan.FromDays(90));
        Assert.Equal("REVALIDATION_DUE", await StateAsync(item));
    }

    [Fact]
    public async Task A_site_that_was_removed_is_asked_for_no_more()
    {
        var item = await app.SiteAsync(People.Ngo, app.Room());
        await app.PostAsync(People.Ngo, $"items/{item}/remove", """{"reason":"RELOCATED"}""");

        await app.PassAsync(TimeSpan.FromDays(200));

        Assert.Equal("REMOVED", await StateAsync(item));
    }

    private async Task<string?> StateAsync(string item) => (string?)(await app.StoredAsync(item)).Content["state"];
}
