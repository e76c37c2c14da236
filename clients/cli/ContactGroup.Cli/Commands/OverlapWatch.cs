using System.Runtime.CompilerServices;
using ContactGroup.Cli.Output;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary>
/// What comes newly into the concerns of one's own force while one watches. INVARIANT: a force alone asks, and asks after what arrives whether it keeps concerns or
/// not: that it asks tells nobody that there are any.
/// </summary>
internal sealed class OverlapWatch
{
    // An import is asked about once.
    private static readonly TimeSpan AfterArrival = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    private readonly ContactGroupClient client;
    private readonly Answers answers;
    private readonly TimeProvider clock;
    private HashSet<(string Item, string? Concern)> known = [];
    private Task? due;

    private OverlapWatch(ContactGroupClient client, Answers answers, TimeProvider clock)
    {
        this.client = client;
        this.answers = answers;
        this.clock = clock;
    }

    /// <summary>Begins with what there is now, of which the number is said. Null for everybody but a force.</summary>
    public static async Task<OverlapWatch?> BeginAsync(ContactGroupClient client, Answers answers, TimeProvider clock, CancellationToken cancellationToken)
    {
        if ((await client.GetMeAsync(cancellationToken)).Side is not "security")
        {
            return null;
        }

        var watch = new OverlapWatch(client, answers, clock);
        if (await watch.FindAsync(cancellationToken) is { } found)
        {
            watch.known = [.. KeysOf(found)];
            answers.Note($"· {watch.known.Select(key => key.Item).Distinct(StringComparer.Ordinal).Count()} that your force holds come into a concern, or may: contactgroup overlaps");
        }

        return watch;
    }

    /// <summary>Passes on what comes, and says between two of them what has become due.</summary>
    public async IAsyncEnumerable<Entry> FollowAsync(IAsyncEnumerable<Entry> entries, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var coming = entries.GetAsyncEnumerator(leaving.Token);
        var next = coming.MoveNextAsync().AsTask();
        try
        {
            while (true)
            {
                if (due is { } pause && await Task.WhenAny(next, pause) == pause)
                {
                    await SayNewAsync(leaving.Token);
                }
                else if (await next)
                {
                    yield return Noted(coming.Current, cancellationToken);
                    next = coming.MoveNextAsync().AsTask();
                }
                else
                {
                    break;
                }
            }
        }
        finally
        {
            await leaving.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // it cannot be left while it waits
        }
    }

    /// <summary>Says at once what would have been said later, for who leaves before that.</summary>
    public Task EndAsync(CancellationToken cancellationToken) => due is null ? Task.CompletedTask : SayNewAsync(cancellationToken);

    private static IEnumerable<(string Item, string? Concern)> KeysOf(OverlapList list) =>
        [.. list.Overlaps.Select(one => (one.Item, (string?)one.Concern)), .. list.Unreckoned.Select(one => (one.Item, (string?)null))];

    private Entry Noted(Entry entry, CancellationToken cancellationToken)
    {
        if (OnNotification.Is(entry.View?.Kind))
        {
            due ??= Task.Delay(AfterArrival, clock, cancellationToken);
        }

        return entry;
    }

    private async Task SayNewAsync(CancellationToken cancellationToken)
    {
        due = null;
        if (await FindAsync(cancellationToken) is not { } found)
        {
            return;
        }

        foreach (var one in found.Overlaps.Where(one => !known.Contains((one.Item, one.Concern))))
        {
            answers.Give("overlap", one, say => say.Line($"{one.Reference} comes into a concern of your force: {Plain.Line(one.Note, 80)}. If somebody could be in danger: contactgroup advisories issue"));
        }

        foreach (var one in found.Unreckoned.Where(one => !known.Contains((one.Item, null))))
        {
            answers.Give("unreckoned", one, say => say.Line($"{one.Reference} was not compared with every concern of your force: contactgroup show {one.Reference}"));
        }

        known = [.. KeysOf(found)];
    }

    // What did not come is asked for again; what is refused is not.
    private async Task<OverlapList?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await client.ListOverlapsAsync(cancellationToken);
        }
        catch (ContactGroupException failed)
        {
            answers.Note($"· what comes into your concerns was not found out ({failed.Message})");
            due = failed.Code is ErrorCodes.NotFound or ErrorCodes.NotAllowed ? null : Task.Delay(AfterFailure, clock, cancellationToken);
            return null;
        }
    }
}
