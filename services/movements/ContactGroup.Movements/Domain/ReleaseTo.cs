namespace ContactGroup.Movements.Domain;

/// <summary>How far notifications may go at most, as atoms of a release set.</summary>
internal static class ReleaseTo
{
    /// <summary>The own side and who is named. INVARIANT: nobody outside the humanitarian side who is not named.</summary>
    public static IReadOnlyList<string> NamedAlone(Notification notification) => ["own-side", .. notification.Named];

    /// <summary>The own side and the humanitarian side. INVARIANT: no other force, and nobody of the political side but who wrote it.</summary>
    public static IReadOnlyList<string> HumanitarianSide { get; } = ["own-side", "humanitarian"];
}
