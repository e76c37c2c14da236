using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Movements.Tests;

/// <summary>People of made-up organisations, one of each kind the tests need.</summary>
internal static class People
{
    public static Participant Ngo { get; } = Person("Amal", "River Aid", Constituency.Ingo);

    public static Participant Colleague { get; } = Ngo with { PersonId = Ids.New(), DisplayName = "Basma", SessionId = Ids.New() };

    public static Participant OtherNgo { get; } = Person("Dilan", "Valley Relief", Constituency.Nngo);

    public static Participant Coordinator { get; } = Person("Carla", "Coordination office", Constituency.Coordination);

    public static Participant Force { get; } = Person("Lieutenant Ek", "Northern force", Constituency.Military, "northern-force");

    public static Participant ForceColleague { get; } = Force with { PersonId = Ids.New(), DisplayName = "Sergeant Gil", SessionId = Ids.New() };

    public static Participant OtherForce { get; } = Person("Captain Hale", "Southern force", Constituency.Military, "southern-force");

    public static Participant Police { get; } = Person("Inspector Ilse", "Police", Constituency.Police);

    public static Participant Authority { get; } = Person("Jale", "Road authority", Constituency.HostAuthority);

    public static Participant Donor { get; } = Person("Femke", "Donor agency", Constituency.Donor);

    private static Participant Person(string name, string organisation, Constituency constituency, string? force = null) =>
        new(Ids.New(), name, Ids.New(), organisation, constituency, force, Ids.New(), IsAdministrator: false);
}
