using System.Runtime.CompilerServices;
using ContactGroup.Cli.Output;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary>
/// What comes newly into the concerns of one's own force while one watches. INVARIANT: a force alone asks, and asks after what arrives whether it keeps concerns or
/// not: that it asks tells nobody that there are any.
/// </summary>
internal sealed class OverlapWatch(ContactGroupClient client, Answers answers, TimeProvider clock)
{
    // An import is asked about once.
    private static readonly TimeSpan AfterArrival = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    private HashSet<(string Item, string? Concern)>? known;
    private bool? isForce;
    private Task? due;

    /// <summary>Passes on what comes, says first how much there is and between two of them what is new. Whether the server is there or not: what comes is waited for as ever.</summary>
    public async IAsyncEnumerable<Entry> FollowAsync(IAsyncEnumerable<Entry> entries, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var coming = entries.GetAsyncEnumerator(leaving.Token);
        var next = coming.MoveNextAsync().AsTask();
        try
        {
            await SayNewAsync(leaving.Token);
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
        if (isForce != false && OnNotification.Is(entry.View?.Kind))
        {
            due ??= Task.Delay(AfterArrival, clock, cancellationToken);
        }

        return entry;
    }

    private async Task SayNewAsync(CancellationToken cancellationToken)
    {
        due = null;
        if (!await IsForceAsync(cancellationToken) || await FindAsync(cancellationToken) is not { } found)
        {
            return;
        }

        if (known is not null)
        {
            SayNew(found, known);
        }
        else
        {
            var items = KeysOf(found).Select(key => key.Item).Distinct(StringComparer.Ordinal).Count();
            answers.Note($"· {items} that your force holds come into a concern, or may{(found.Unnamed ? ", and more was not compared" : string.Empty)}: contactgroup overlaps");
        }

        known = [.. KeysOf(found)];
    }

    private void SayNew(OverlapList found, HashSet<(string Item, string? Concern)> before)
    {
        foreach (var one in found.Overlaps.Where(one => !before.Contains((one.Item, one.Concern))))
        {
            answers.Give("overlap", one, say => say.Line($"{one.Reference} comes into a concern of your force: {Plain.Line(one.Note, 80)}. If somebody could be in danger: contactgroup advisories issue"));
        }

        foreach (var one in found.Unreckoned.Where(one => !before.Contains((one.Item, null))))
        {
            answers.Give("unreckoned", one, say => say.Line($"{one.Reference} was not compared with every concern of your force: contactgroup show {one.Reference}"));
        }
    }

    // Who one is, is not known while the server is away; what comes does not wait for that.
    private async Task<bool> IsForceAsync(CancellationToken cancellationToken)
    {
        try
        {
            isForce ??= (await client.GetMeAsync(cancellationToken)).Side is "security";
        }
        catch (ContactGroupException)
        {
            due = Task.Delay(AfterFailure, clock, cancellationToken);
        }

        return isForce == true;
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
