namespace ContactGroup.Classification.Tests;

/// <summary>The shipped policy, checked and compiled once for all tests: they only read it.</summary>
internal static class Shipped
{
    public static PolicyTable Table { get; } = PolicyTable.Load(ShippedPolicies.HumanitarianSpace);
}
