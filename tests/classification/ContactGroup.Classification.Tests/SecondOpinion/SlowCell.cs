namespace ContactGroup.Classification.Tests.SecondOpinion;

/// <summary>What is shown, as a number per class: 0 nothing, 1 coarse, 2 full. No bits.</summary>
internal sealed record SlowCell(bool Visible, bool Automatic, IReadOnlyDictionary<string, int> Shown)
{
    public static readonly SlowCell Withheld = new(false, false, new Dictionary<string, int>(StringComparer.Ordinal));

    public int this[string fieldClass] => Shown.GetValueOrDefault(fieldClass);

    public SlowCell Or(SlowCell other) => !Visible ? other : !other.Visible ? this : new(
        true, Automatic || other.Automatic, SlowWords.Classes.ToDictionary(name => name, name => Math.Max(this[name], other[name]), StringComparer.Ordinal));

    /// <summary>Without some classes; null hides that there is anything.</summary>
    public SlowCell Without(IReadOnlySet<string>? hidden) => !Visible || hidden is null
        ? Withheld
        : this with { Shown = Shown.Where(pair => !hidden.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal) };

    public bool ShowsNoMoreThan(SlowCell other) =>
        (!Visible || other.Visible) && (!Automatic || other.Automatic) && SlowWords.Classes.All(name => this[name] <= other[name]);

    public SlowCell Behind(bool automatic) => Visible ? this with { Automatic = automatic } : this;

    /// <summary>As the engine writes a disclosure.</summary>
    public override string ToString()
    {
        string[] shown = [.. SlowWords.Classes.Where(name => this[name] > 0).Select(name => $"{name} {SlowWords.Grains[this[name]]}")];
        return !Visible ? "withheld" : $"{(Automatic ? "automatic" : "review")}: {(shown.Length == 0 ? "existence only" : string.Join(", ", shown))}";
    }
}
