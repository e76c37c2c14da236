using ContactGroup.Contracts;
using ContactGroup.Contracts.Identity;

namespace ContactGroup.Identity.Domain;

/// <summary>Tells other processes what ended, in order and without a poll: a question waits here until there is something.</summary>
internal sealed class SessionSequence : IEndedSessions
{
    private const int Remembered = 10_000;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    private readonly EndedSessions ended;
    private readonly TimeProvider clock;
    private readonly Lock gate = new();
    private readonly string id = Ids.New();
    private readonly Queue<(SessionOver? Session, string Person)> endings = new();
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long first;

    public SessionSequence(EndedSessions ended, TimeProvider clock)
    {
        this.ended = ended;
        this.clock = clock;
        ended.Revoked += (_, ending) => Note(ending.Person, ending.Session is { } session ? ended.Find(session) : null);
    }

    private long Number => first + endings.Count;

    public async ValueTask<SessionEndings> AfterAsync(SessionMark? mark, CancellationToken cancellationToken)
    {
        try
        {
            await SomethingAfter(mark).WaitAsync(LongestWait, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Nothing ended; that is an answer too.
        }

        return Since(mark);
    }

    // No session means all of the person.
    private void Note(string person, SessionOver? session)
    {
        TaskCompletionSource waiting;
        lock (gate)
        {
            endings.Enqueue((session, person));
            if (endings.Count > Remembered)
            {
                endings.Dequeue();
                first++;
            }

            (waiting, next) = (next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        waiting.SetResult();
    }

    private Task SomethingAfter(SessionMark? mark)
    {
        lock (gate)
        {
            return Knows(mark) && mark!.Number == Number ? next.Task : Task.CompletedTask;
        }
    }

    private SessionEndings Since(SessionMark? mark)
    {
        lock (gate)
        {
            var now = new SessionMark(id, Number);
            if (!Knows(mark))
            {
                // INVARIANT: an ending is in memory before it is noted here, so what is told as a whole misses none that the mark counts.
                var (sessions, suspended) = ended.All();
                return new SessionEndings(now, sessions, suspended);
            }

            var later = endings.Skip((int)(mark!.Number - first)).ToList();
            return new SessionEndings(
                now,
                [.. later.Select(ending => ending.Session).OfType<SessionOver>()],
                [.. later.Where(ending => ending.Session is null).Select(ending => ending.Person)]);
        }
    }

    private bool Knows(SessionMark? mark) =>
        mark is not null && string.Equals(mark.Sequence, id, StringComparison.Ordinal) && mark.Number >= first && mark.Number <= Number;
}
