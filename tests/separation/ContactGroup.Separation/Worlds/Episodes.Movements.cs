using ContactGroup.Classification;
using ContactGroup.Separation.Acts;

namespace ContactGroup.Separation.Worlds;

/// <summary>Episodes of movements: to the observer and to others, to others alone, left out, held back, told further.</summary>
internal sealed partial class Episodes
{
    private readonly MovementMaker movements = new(seed, dice, people, observer);

    private string OwnForce => observer.Side is Side.Security ? observer.Audience.ToString() : "military:northern-force";

    // Of those who are always there.
    private string Another => OwnForce == "military:southern-force" ? "military:northern-force" : "military:southern-force";

    private string Notifier() => dice.OneIn(6) ? Coordinator : Author();

    private string Of(string audience) => dice.Of([.. people.Where(person => person.Audience.ToString() == audience && person.Where == In.Both).Select(person => person.Key)]);

    private string Kind() => dice.OneIn(3) ? Acts.Notify.Site : Acts.Notify.Movement;

    private Notify Notify(string by, string key, string recipients, string kind = Acts.Notify.Movement, bool isHeld = false) =>
        new(by, "notify", movements.Fields(key, kind, isHeld), recipients, kind);

    private AmendMovement Unseen(string by, string slot, string key, string kind, string? recipients = null) =>
        new(by, slot, movements.Unseen(key, kind).ToJsonString(), recipients, IsSite: kind == Acts.Notify.Site);

    private AmendMovement Moved(string by, string slot, string key, string kind) => new(by, slot, movements.Moved(key, kind), IsSite: kind == Acts.Notify.Site);

    // Two forces are told; what one says and what neither is shown comes between what both see.
    private IEnumerable<Func<string, Act>> Told()
    {
        var (by, movement) = (Notifier(), string.Empty);
        yield return key =>
        {
            movement = key;
            return Notify(by, key, $"{OwnForce} {Another}");
        };
        yield return key => new Confirm(Of(Another), movement, "Cell 1", $"Which bridge is {Generator.Word(seed, key)}?");
        yield return key => Unseen(by, movement, key, Acts.Notify.Movement);
        yield return _ => new Confirm(Of(OwnForce), movement, "Cell 2");
        yield return key => Moved(by, movement, key, Acts.Notify.Movement);
        yield return key => new Confirm(dice.OneIn(2) ? Of(OwnForce) : Of(Another), movement, "Cell 1", Older: dice.OneIn(2));
        yield return _ => new AmendMovement(by, movement, "{}", OwnForce);
        yield return _ => new SayState(by, movement, "UNDERWAY", "All aboard.");
        yield return key => new HearOf(by, movement, dice.OneIn(2) ? 1 : null, $"Heard of {Generator.Word(seed, key)}.");
        yield return _ => dice.OneIn(2) ? new SayState(by, movement, "COMPLETED", "Arrived.") : new WithdrawMovement(by, movement, "A mistake.");
    }

    // The observer's force is told of a movement that its own side hears of, again and again.
    private IEnumerable<Func<string, Act>> UnderWay()
    {
        var (by, movement) = (Notifier(), string.Empty);
        yield return key =>
        {
            movement = key;
            return Notify(by, key, OwnForce);
        };
        yield return _ => new SayState(by, movement, "UNDERWAY", "All aboard.");
        yield return key => new HearOf(by, movement, Stop: null, $"Heard of {Generator.Word(seed, key)}.");
        yield return key => new HearOf(by, movement, Stop: null, $"Heard of {Generator.Word(seed, key)} again.");
        yield return key => new HearOf(by, movement, Stop: 1, $"Heard of {Generator.Word(seed, key)} there.");
    }

    // Nothing of it is the observer's, when they are of a force or political.
    private IEnumerable<Func<string, Act>> NotTold()
    {
        var (by, movement, kind) = (Notifier(), string.Empty, Kind());
        yield return key =>
        {
            movement = key;
            return Notify(by, key, dice.OneIn(3) ? string.Empty : Another, kind);
        };
        yield return _ => new Confirm(Of(Another), movement, "Cell 1");
        yield return key => Moved(by, movement, key, kind);
        yield return _ => kind == Acts.Notify.Site ? new Revalidate(by, movement) : new SayState(by, movement, "UNDERWAY", "All aboard.");
        yield return _ => kind == Acts.Notify.Site ? new RemoveSite(by, movement, "ERROR") : new HearOf(by, movement, Stop: null, "On the way.");
        yield return _ => new Confirm(Of(OwnForce), movement, "Cell 2");
        yield return _ => new WithdrawMovement(by, movement, "A mistake.");
    }

    // The observer's force is told and then left out.
    private IEnumerable<Func<string, Act>> LeftOut()
    {
        var (by, movement, kind) = (Notifier(), string.Empty, Kind());
        yield return key =>
        {
            movement = key;
            return Notify(by, key, $"{OwnForce} {Another}", kind);
        };
        yield return key => Unseen(by, movement, key, kind, dice.OneIn(2) ? Another : string.Empty);
        yield return _ => new Confirm(Of(OwnForce), movement, "Cell 2");
        yield return key => Unseen(by, movement, key, kind);
        yield return _ => new Confirm(Of(Another), movement, "Cell 1");
    }

    // Words in it wait for a coordinator, for each force by itself.
    private IEnumerable<Func<string, Act>> HeldBack()
    {
        var (by, movement, released, kind) = (Author(), string.Empty, dice.OneIn(2) ? OwnForce : Another, Kind());
        yield return key =>
        {
            movement = key;
            return Notify(by, key, $"{OwnForce} {Another}", kind, isHeld: true);
        };
        yield return _ => new Decide(Coordinator, movement, "audience:" + released, "release");
        yield return _ => new Confirm(Of(released), movement, "Cell 1");
        yield return key => Unseen(by, movement, key, kind);
        yield return _ => new Recall(Coordinator, movement, "audience:" + (dice.OneIn(2) ? OwnForce : Another));
        yield return _ => kind == Acts.Notify.Site ? new Revalidate(by, movement) : new SayState(by, movement, "CANCELLED", "Too late.");
        yield return _ => new Decide(Coordinator, movement, "audience:" + OwnForce, dice.OneIn(3) ? "return" : "release");
        yield return key => Unseen(by, movement, key, kind);
    }

    // A site that is told, confirmed, moved and taken off the list.
    private IEnumerable<Func<string, Act>> Sited()
    {
        var (by, site) = (Notifier(), string.Empty);
        yield return key =>
        {
            site = key;
            return Notify(by, key, $"{OwnForce} {Another}", Acts.Notify.Site);
        };
        yield return key => new Confirm(Of(Another), site, "Cell 1", $"Which gate is {Generator.Word(seed, key)}?");
        yield return key => Unseen(by, site, key, Acts.Notify.Site);
        yield return _ => new Confirm(Of(OwnForce), site, "Cell 2");
        yield return key => Moved(by, site, key, Acts.Notify.Site);
        yield return _ => new Revalidate(by, site);
        yield return key => Unseen(by, site, key, Acts.Notify.Site, OwnForce);
        yield return _ => dice.OneIn(3) ? new WithdrawMovement(by, site, "A mistake.") : new RemoveSite(by, site, "RELOCATED");
    }

    // Its owner consents to more.
    private IEnumerable<Func<string, Act>> ToldFurther()
    {
        var (by, movement) = (Author(), string.Empty);
        yield return key =>
        {
            movement = key;
            return Notify(by, key, Another);
        };
        yield return _ => new Widen(Coordinator, movement, "side:political");
        yield return _ => new Answer(by, movement, "side:political", "consent");
        yield return key => Unseen(by, movement, key, Acts.Notify.Movement);
        yield return _ => new Confirm(Of(Another), movement, "Cell 1");
        yield return _ => new SayState(by, movement, "UNDERWAY", "All aboard.");
    }
}
