using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Identity;

namespace ContactGroup.Standalone.Demo;

/// <summary>The exercise: who takes part, and in which rooms. Everything is made up; the country is Meridian and lies in the open sea.</summary>
internal static class Exercise
{
    public const string Group = "Contact Group Exercise Meridian";
    public const string Coordinator = "ines";

    /// <summary>Releases what the coordinator wrote: nobody lets an item go further that they wrote themselves.</summary>
    public const string Deputy = "tomas";

    public const string Plenary = "Plenary";
    public const string Notices = "Notices";
    public const string NgoRoom = "NGO room";
    public const string HumanitarianRoom = "Humanitarian side";
    public const string NorthernDesk = "Desk northern force";
    public const string SouthernDesk = "Desk southern force";
    public const string Movements = "Movements and sites";

    public static AccountSeed Accounts(string passphrase)
    {
        return new AccountSeed(
            [
                Organisation("Coordination Office", "COORD", Constituency.Coordination, null, Person(Coordinator, "Ines Carvalho"), Person(Deputy, "Tomas Vered")),
                Organisation("UN Recovery Agency", "UNRA", Constituency.UnHumanitarian, null, Person("maya", "Maya Lindqvist")),
                Organisation("Northlight Relief", "NLR", Constituency.Ingo, null, Person("amal", "Amal Idrissou"), Person("piet", "Piet Oostra")),
                Organisation("Harbour Aid International", "HAI", Constituency.Ingo, null, Person("jonas", "Jonas Weiler")),
                Organisation("Meridian Women's Network", "MWN", Constituency.Nngo, null, Person("leila", "Leila Haddou")),
                Organisation("Meridian Red Crescent Society", "MRCS", Constituency.Rcrc, null, Person("samir", "Samir Tell")),
                Organisation("Northern Force Liaison", "NF", Constituency.Military, "northern-force", Person("okan", "Major Okan")),
                Organisation("Southern Force Liaison", "SF", Constituency.Military, "southern-force", Person("rafiq", "Captain Rafiq")),
                Organisation("Ministry of the Interior of Meridian", "MoI", Constituency.HostAuthority, null, Person("hana", "Hana Brill")),
            ],
            [Person("admin", "Administrator")]);

        PersonSeed Person(string account, string name) => new(account, name, passphrase);
    }

    public static GroupSeed Rooms(IReadOnlyList<SeededPerson> people) => new(
        Group,
        "EXERCISE. Keep contact between humanitarian organisations, both forces and the host authority about the safety of humanitarian staff and the people they serve.",
        "EXERCISE. Humanitarian organisations are neutral and independent. Telling a party about a movement asks nothing of it. What is said here is used for the safety of civilians alone.",
        Posture.Coexistence,
        Exercise: true,
        people.Single(person => person.Account == Coordinator).Person,
        [.. people.Where(person => person.Organisation is not null).Select(Member)],
        [
            new(Plenary, ChannelKind.Plenary, [], []),
            new(Notices, ChannelKind.Notice, [], []),
            new(HumanitarianRoom, ChannelKind.Caucus, ["humanitarian"], []),
            new(NgoRoom, ChannelKind.Caucus, ["ingo", "nngo"], []),
            new(NorthernDesk, ChannelKind.Desk, ["military:northern-force"], []),
            new(SouthernDesk, ChannelKind.Desk, ["military:southern-force"], []),
            new(Movements, ChannelKind.Notification, [], []),
        ]);

    private static MemberSeed Member(SeededPerson person) => new(
        person.Person, person.DisplayName, person.Organisation!, person.OrganisationName!, person.Constituency, person.Force, AcceptsTerms: true);

    private static OrganisationSeed Organisation(string name, string abbreviation, Constituency constituency, string? force, params PersonSeed[] people) =>
        new($"{name} (exercise)", abbreviation, constituency, force, people);
}
