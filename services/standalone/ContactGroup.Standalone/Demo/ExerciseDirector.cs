using System.Text.Json.Nodes;
using ContactGroup.Channels;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Identity;
using ContactGroup.Identity;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ContactGroup.Standalone.Demo;

/// <summary>
/// Lays out the exercise: accounts and rooms before the process listens, then what people wrote, over HTTP, before it says that it is ready. Every step may
/// be repeated: a second start finds all of it there, and a start after a kill goes on where the first one ended.
/// </summary>
internal sealed class ExerciseDirector(IServiceProvider services, IServer server, TimeProvider clock, string dataFolder) : IHostedLifecycleService
{
    private const string LaidOut = "exercise-laid-out";
    private static readonly TimeSpan ReviewLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly bool isFirstStart = !Demo.Passphrase.Exists(dataFolder);
    private SeededGroup? rooms;

    /// <summary>Everybody in it, once the process listens.</summary>
    public IReadOnlyList<SeededPerson> People { get; private set; } = [];

    public string Passphrase { get; } = Demo.Passphrase.Of(dataFolder);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (isFirstStart && await IdentityModule.HasAccountsAsync(services, cancellationToken))
        {
            throw new IOException("--demo keeps to stores of its own, because it prints its passwords; these already hold accounts.");
        }

        People = await IdentityModule.SeedAsync(services, Exercise.Accounts(Passphrase), cancellationToken);
        rooms = await ChannelsModule.SeedAsync(services, Exercise.Rooms(People), cancellationToken);
    }

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var done = Path.Combine(dataFolder, LaidOut);
        if (!File.Exists(done))
        {
            await PlayAsync(cancellationToken);
            await File.WriteAllTextAsync(done, string.Empty, cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task PlayAsync(CancellationToken cancellationToken)
    {
        var address = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First());
        using var coordinator = await Voice.SignInAsync(address, Exercise.Coordinator, Passphrase, cancellationToken);
        using var deputy = await Voice.SignInAsync(address, Exercise.Deputy, Passphrase, cancellationToken);
        foreach (var byAuthor in ExercisePosts.All.GroupBy(post => post.Author, StringComparer.Ordinal))
        {
            using var author = await Voice.SignInAsync(address, byAuthor.Key, Passphrase, cancellationToken);
            foreach (var post in byAuthor)
            {
                var path = $"api/{post.Service}/channels/{rooms!.Channels[post.Channel]}/{post.Collection}";
                var receipt = await author.PostAsync(path, post.Body, $"exercise-{post.Name}", cancellationToken);
                if (post.Released)
                {
                    var second = string.Equals(byAuthor.Key, Exercise.Coordinator, StringComparison.Ordinal) ? deputy : coordinator;
                    await ReleaseAsync(author, second, receipt["item"]!.GetValue<string>(), cancellationToken);
                }
            }
        }
    }

    // The author sees for whom an item is in review; the coordinator releases until nobody is left. An exercise that hangs on this is no reason not to start.
    private async Task ReleaseAsync(Voice author, Voice coordinator, string item, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        using var look = new PeriodicTimer(Look, clock);
        while (clock.GetElapsedTime(started) < ReviewLimit && await look.WaitForNextTickAsync(cancellationToken))
        {
            var states = (await author.GetAsync($"api/release/items/{item}", cancellationToken))?["releases"]?.AsArray()
                .Select(release => release!["state"]!.GetValue<string>()).ToList() ?? [];
            if (states.Contains("in-review", StringComparer.Ordinal))
            {
                await ReleaseOpenAsync(coordinator, item, cancellationToken);
            }
            else if (states.Contains("released", StringComparer.Ordinal))
            {
                return;
            }
        }
    }

    private async Task ReleaseOpenAsync(Voice coordinator, string item, CancellationToken cancellationToken)
    {
        var reviews = (await coordinator.GetAsync($"api/release/reviews?group={rooms!.Group}", cancellationToken))!["reviews"]!.AsArray();
        foreach (var review in reviews.Where(review => review!["item"]!.GetValue<string>() == item))
        {
            var id = review!["review"]!.GetValue<string>();
            var decision = new JsonObject { ["shown"] = review["shown"]!.GetValue<string>() };
            await coordinator.PostAsync($"api/release/reviews/{id}/release", decision, $"exercise-{id}", cancellationToken);
        }
    }
}
