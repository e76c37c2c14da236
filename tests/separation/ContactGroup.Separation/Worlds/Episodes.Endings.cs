using ContactGroup.Classification;
using ContactGroup.Separation.Acts;

namespace ContactGroup.Separation.Worlds;

/// <summary>
/// What comes after everything else: something that crosses and, with nothing after it that would cover it again, what happens to it that does not cross. In the
/// middle of a trace, such a state is seldom still there when the observer looks.
/// </summary>
internal sealed partial class Episodes
{
    private static readonly string[] GoingOn = ["UNDER_FOLLOW_UP", "ESCALATED", "MITIGATED"];

    /// <summary>The acts of an ending, or of none. The humanitarian side is shown all of them, so that there is nothing in them which could differ.</summary>
    public IEnumerable<Func<string, Act>> Ending() => observer.Side is Side.Humanitarian ? [] : dice.Below(3) switch
    {
        0 => GoesOn(),
        1 => IsDue(),
        _ => [],
    };

    // A force holds a notice, and is not told how the constraint goes on while it lasts.
    private IEnumerable<Func<string, Act>> GoesOn()
    {
        var (by, notice) = (Author(), string.Empty);
        yield return key =>
        {
            notice = key;
            return new Raise(by, "plenary", notices.Fields(key, "AC3"), "all", "low");
        };
        yield return _ => new Decide(Coordinator, notice, Target, "release");
        yield return _ => new SayConstraint(by, notice, dice.Of(GoingOn), "We wrote to them.");
        yield return key => notices.Hidden(key, notice, by);
    }

    // A convoy that the observer's force is told of has a time at its last stop: whether it was heard of there decides until when it is to be heard of.
    private IEnumerable<Func<string, Act>> IsDue()
    {
        var (by, movement) = (Notifier(), string.Empty);
        yield return key =>
        {
            movement = key;
            return new Notify(by, "notify", movements.Timed(key), OwnForce);
        };
        yield return _ => new SayState(by, movement, "UNDERWAY", "All aboard.");
        yield return key => new HearOf(by, movement, Stop: 1, $"Heard of {Generator.Word(seed, key)}.");
    }
}
