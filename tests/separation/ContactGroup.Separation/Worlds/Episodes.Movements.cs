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

    private Notify Notify(string by, string key, string recipients, bool isHeld = false) => new(by, "notify", movements.Fields(key, isHeld), recipients);

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
        yield return key => new AmendMovement(by, movement, movements.Unseen(key).ToJsonString());
        yield return _ => new Confirm(Of(OwnForce), movement, "Cell 2");
        yield return key => new AmendMovement(by, movement, movements.Rerouted(key));
        yield return key => new Confirm(dice.OneIn(2) ? Of(OwnForce) : Of(Another), movement, "Cell 1", Older: dice.OneIn(2));
        yield return _ => new AmendMovement(by, movement, "{}", OwnForce);
        yield return _ => new SayState(by, movement, "UNDERWAY", "All aboard.");
        yield return _ => dice.OneIn(2) ? new SayState(by, movement, "COMPLETED", "Arrived.") : new WithdrawMovement(by, movement, "A mistake.");
    }

    // Nothing of it is the observer's, when they are of a force or political.
    private IEnumerable<Func<string, Act>> NotTold()
    {
        var (by, movement) = (Notifier(), string.Empty);
        yield return key =>
        {
            movement = key;
            return Notify(by, key, dice.OneIn(3) ? string.Empty : Another);
        };
        yield return _ => new Confirm(Of(Another), movement, "Cell 1");
        yield return key => new AmendMovement(by, movement, movements.Rerouted(key));
        yield return _ => new SayState(by, movement, "UNDERWAY", "All aboard.");
        yield return _ => new Confirm(Of(OwnForce), movement, "Cell 2");
        yield return _ => new WithdrawMovement(by, movement, "A mistake.");
    }

    // The observer's force is told and then left out.
    private IEnumerable<Func<string, Act>> LeftOut()
    {
        var (by, movement) = (Notifier(), string.Empty);
        yield return key =>
        {
            movement = key;
            return Notify(by, key, $"{OwnForce} {Another}");
        };
        yield return key => new AmendMovement(by, movement, movements.Unseen(key).ToJsonString(), dice.OneIn(2) ? Another : string.Empty);
        yield return _ => new Confirm(Of(OwnForce), movement, "Cell 2");
        yield return key => new AmendMovement(by, movement, movements.Unseen(key).ToJsonString());
        yield return _ => new Confirm(Of(Another), movement, "Cell 1");
    }

    // Words in it wait for a coordinator, for each force by itself.
    private IEnumerable<Func<string, Act>> HeldBack()
    {
        var (by, movement, released) = (Author(), string.Empty, dice.OneIn(2) ? OwnForce : Another);
        yield return key =>
        {
            movement = key;
            return Notify(by, key, $"{OwnForce} {Another}", isHeld: true);
        };
        yield return _ => new Decide(Coordinator, movement, "audience:" + released, "release");
        yield return _ => new Confirm(Of(released), movement, "Cell 1");
        yield return key => new AmendMovement(by, movement, movements.Unseen(key).ToJsonString());
        yield return _ => new Recall(Coordinator, movement, "audience:" + (dice.OneIn(2) ? OwnForce : Another));
        yield return _ => new SayState(by, movement, "CANCELLED", "Too late.");
        yield return _ => new Decide(Coordinator, movement, "audience:" + OwnForce, dice.OneIn(3) ? "return" : "release");
        yield return key => new AmendMovement(by, movement, movements.Unseen(key).ToJsonString());
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
        yield return key => new AmendMovement(by, movement, movements.Unseen(key).ToJsonString());
        yield return _ => new Confirm(Of(Another), movement, "Cell 1");
        yield return _ => new SayState(by, movement, "UNDERWAY", "All aboard.");
    }
}
