namespace ContactGroup.Classification;

/// <summary>The policies that come with the engine, embedded in this assembly.</summary>
public static class ShippedPolicies
{
    private static readonly Lazy<PolicyDocument> Document = new(() => PolicyDocument.Parse(HumanitarianSpaceUtf8));
    private static readonly Lazy<PolicyTable> Table = new(() => PolicyTable.Load(HumanitarianSpace));

    /// <summary>The default rules: <c>services/policies/humanitarian-space.json</c>.</summary>
    public static PolicyDocument HumanitarianSpace => Document.Value;

    /// <summary>The default rules, checked and compiled once in a process.</summary>
    public static PolicyTable HumanitarianSpaceTable => Table.Value;

    /// <summary>The document of the default rules as UTF-8, for those who keep it.</summary>
    public static byte[] HumanitarianSpaceUtf8 => Read("policies/humanitarian-space.json");

    private static byte[] Read(string name)
    {
        using var stream = typeof(ShippedPolicies).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the policy `{name}` is not embedded");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
