using ContactGroup.Classification;
using ContactGroup.Separation.Acts;

namespace ContactGroup.Separation.Worlds;

/// <summary>Episodes of advisories, areas of concern and notices of access constraints.</summary>
internal sealed partial class Episodes
{
    private readonly AdvisoryMaker advisories = new(seed, dice, people);
    private readonly NoticeMaker notices = new(seed, dice);

    // A force that is not the observer's tells the humanitarian side, and says more to itself.
    private IEnumerable<Func<string, Act>> Advised()
    {
        var (by, advisory) = (Of(Another), string.Empty);
        yield return key =>
        {
            advisory = key;
            return advisories.Advise(key, by);
        };
        yield return key => advisories.Hidden(key, advisory, by);
        yield return key => advisories.Shown(key, advisory, by);
        yield return key => advisories.Hidden(key, advisory, by);
        yield return _ => dice.OneIn(3) ? new WithdrawMovement(by, advisory, "A mistake.") : new EndAdvisory(by, advisory, "Cleared.");
    }

    // Several of one kind and place, for some and for others, so that there is something to count.
    private IEnumerable<Func<string, Act>> Raised()
    {
        var (by, first) = (Author(), string.Empty);
        var release = dice.Of(["all", "all", "", "own-organisation"]);
        yield return key =>
        {
            first = key;
            return new Raise(by, "plenary", notices.Fields(key, "AC2"), release, "low");
        };
        yield return key => new Raise(Author(), dice.OneIn(2) ? "side" : "plenary", notices.Fields(key, "AC2"), dice.Of(["", "own-organisation", "all"]), "low");
        yield return _ => new Decide(Coordinator, first, Target, "release");
        yield return key => notices.Hidden(key, first, by);
        yield return _ => new SayConstraint(by, first, "UNDER_FOLLOW_UP", "We wrote to them.");
        yield return key => new Raise(Author(), "plenary", notices.Fields(key, "AC2"), dice.Of(["", "own-organisation"]), "low", first);
        yield return key => dice.OneIn(2) ? notices.Shown(key, first, by) : new SayConstraint(by, first, "RESOLVED", "They let us pass.");
        yield return key => notices.Hidden(key, first, by);
    }

    // A notice that is told is about what its organisation keeps to itself.
    private IEnumerable<Func<string, Act>> AboutHidden()
    {
        var (by, hidden, notice) = (Author(), string.Empty, string.Empty);
        yield return key =>
        {
            hidden = key;
            return new Report(by, "plenary", Fields(key), "own-organisation", "moderate");
        };
        yield return key =>
        {
            notice = key;
            return new Raise(by, "plenary", notices.Fields(key, "AC3"), "all", "low", hidden);
        };
        yield return _ => new Decide(Coordinator, notice, Target, "release");
    }

    // What was notified is struck: evidence is kept for its owner. Who reads of the strike need not have been told of the movement, nor the other way round.
    private IEnumerable<Func<string, Act>> Struck()
    {
        var (by, struck, report, kind) = (Author(), string.Empty, string.Empty, Kind());
        var release = dice.Of(["own-organisation", "all", observer.Side is Side.Security ? $"own-side audience:{observer.Audience}" : "own-side"]);
        yield return key =>
        {
            struck = key;
            return Notify(by, key, dice.OneIn(2) ? OwnForce : Another, kind);
        };
        yield return key =>
        {
            report = key;
            return new Report(by, "plenary", Fields(key), release, "moderate", struck);
        };
        yield return _ => new Decide(Coordinator, report, Target, "release");
        yield return key => Unseen(by, struck, key, kind);
        yield return _ => new Confirm(Of(Another), struck, "Cell 1");
        yield return key => new Amend(by, report, "update", $$"""{"narrativeRestricted":"more of {{Generator.Word(seed, key)}}"}""");
    }

    // Two forces keep concerns where a movement goes of which one of them is told, or neither.
    private IEnumerable<Func<string, Act>> Watched()
    {
        var (by, mine, movement) = (dice.OneIn(3) && observer.Side is Side.Humanitarian ? observer.Key : Notifier(), string.Empty, string.Empty);
        var (own, another, kind) = (Of(OwnForce), Of(Another), Kind());
        yield return key =>
        {
            mine = key;
            return advisories.Concern(key, own);
        };
        yield return key => advisories.Concern(key, another);
        yield return key =>
        {
            movement = key;
            return Notify(by, key, dice.Of([Another, OwnForce, string.Empty, $"{OwnForce} {Another}"]), kind);
        };
        yield return _ => new AskOverlaps(another);
        yield return _ => new AskOverlaps(own);
        yield return _ => new ForgetConcern(dice.OneIn(2) ? own : another, mine);
        yield return key => Moved(by, movement, key, kind);
        yield return _ => new AskOverlaps(another);
    }
}
