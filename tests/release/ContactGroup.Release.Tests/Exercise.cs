using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Release.Tests;

/// <summary>The people of the tests: two NGOs, a UN agency, two forces, a coordinator.</summary>
internal static class Exercise
{
    public static Participant Amal { get; } = Of("Amal", "Relief North", Constituency.Ingo);

    public static Participant Basma { get; } = Amal with { PersonId = Ids.New(), DisplayName = "Basma", SessionId = Ids.New() };

    public static Participant Chidi { get; } = Of("Chidi", "Water Now", Constituency.Nngo);

    public static Participant Dora { get; } = Of("Dora", "UN agency", Constituency.UnHumanitarian);

    public static Participant North { get; } = Of("Liaison North", "Northern force", Constituency.Military, "northern-force");

    public static Participant South { get; } = Of("Liaison South", "Southern force", Constituency.Military, "southern-force");

    public static Participant Olena { get; } = Of("Olena", "Coordination office", Constituency.Coordination);

    public static Participant Stranger { get; } = Of("Stranger", "Elsewhere", Constituency.Ingo);

    public static IReadOnlyList<Participant> Members { get; } = [Amal, Basma, Chidi, Dora, North, South, Olena];

    internal static Participant Of(string name, string organisation, Constituency constituency, string? force = null) =>
        new(Ids.New(), name, Ids.New(), organisation, constituency, force, Ids.New(), IsAdministrator: false);
}
