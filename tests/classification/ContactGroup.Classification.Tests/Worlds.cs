using FsCheck;
using FsCheck.Fluent;

namespace ContactGroup.Classification.Tests;

/// <summary>Generators for laws.</summary>
internal static class Worlds
{
    private static readonly string[] Forces = ["northern-force", "southern-force", "x"];
    private static readonly string?[] OrganisationIds = ["org-a", "org-b", null];

    /// <summary>Disclosures of every shape, withheld included.</summary>
    public static Gen<Disclosure> Disclosures { get; } =
        from visible in Gen.Frequency((1, Gen.Constant(false)), (9, Gen.Constant(true)))
        from gate in Gen.Elements(Gate.Review, Gate.Automatic)
        from grains in Gen.Elements(Grain.None, Grain.Coarse, Grain.Full).ListOf(Disclosure.ClassCount)
        select visible
            ? grains.Select((grain, index) => ((FieldClass)index, grain)).Aggregate(Disclosure.Of(gate), (sum, pair) => sum.With(pair.Item1, pair.grain))
            : Disclosure.Withheld;

    /// <summary>Questions, some of them with a part that does not exist.</summary>
    public static Gen<Question> Questions { get; } =
        from posture in Gen.Choose(0, 4)
        from kind in Gen.Choose(0, 11)
        from origin in Gen.Choose(0, 4)
        from sensitivity in Gen.Choose(0, 5)
        from audience in Gen.Choose(0, 13)
        from relation in Gen.Choose(0, 5)
        select new Question(
            (Posture)posture, (ItemKind)kind, (Side)origin, (Sensitivity)sensitivity, (Constituency)audience, (Relation)relation);

    /// <summary>Audiences that are well formed.</summary>
    public static Gen<Audience> Audiences { get; } =
        from constituency in Gen.Elements(ConstituencyNames.All.Select(ConstituencyNames.Parse))
        from force in Gen.Elements(Forces)
        select new Audience(constituency, constituency == Constituency.Military ? force : null);

    /// <summary>Who asks: an audience, or one organisation of it.</summary>
    public static Gen<(Audience Audience, string? Organisation)> Askers { get; } =
        from audience in Audiences
        from organisation in Gen.Elements(OrganisationIds)
        select (audience, organisation);

    /// <summary>Whom items come from.</summary>
    public static Gen<Origin> Origins { get; } = from asker in Askers select new Origin(asker.Audience, asker.Organisation);

    /// <summary>Atoms of release sets.</summary>
    public static Gen<string> Atoms { get; } = Gen.OneOf(
        Gen.Elements("own-organisation", "own-side", "humanitarian", "side:political", "side:security", "all", "organisation:org-a", "organisation:org-b"),
        from audience in Audiences select $"audience:{audience}");

    /// <summary>Who asks, in words.</summary>
    public static Gen<(string Audience, string? Organisation)> Asker { get; } = from asker in Askers select (asker.Audience.ToString(), asker.Organisation);

    /// <summary>Atoms that name a recipient.</summary>
    public static Gen<string> Recipients { get; } = Gen.OneOf(
        Gen.Elements("organisation:org-a", "organisation:org-b"),
        from audience in Audiences select $"audience:{audience}");

    /// <summary>Release sets of up to four atoms.</summary>
    public static Gen<ReleaseSet> ReleaseSets { get; } = from atoms in ListsOf(Atoms, 4) select Set(atoms);

    public static Gen<List<T>> ListsOf<T>(Gen<T> items, int most) => from count in Gen.Choose(0, most) from list in items.ListOf(count) select list.ToList();

    public static ReleaseSet Set(params IEnumerable<string> atoms) =>
        ReleaseSet.TryParse(atoms, out var set, out var errors) ? set : throw new InvalidOperationException(string.Join(" ", errors));

    public static Recipients Named(string[] atoms) =>
        ContactGroup.Classification.Recipients.TryParse(atoms, out var named, out var errors) ? named : throw new InvalidOperationException(string.Join(" ", errors));

    /// <summary>Checks a law over a thousand cases; a failing one is shown with its seed.</summary>
    public static void Hold<T>(this Gen<T> gen, Func<T, bool> law, int cases = 1_000) =>
        Prop.ForAll(gen.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(cases));
}
