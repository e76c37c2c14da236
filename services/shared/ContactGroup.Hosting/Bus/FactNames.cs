using System.Collections.Concurrent;
using System.Reflection;

namespace ContactGroup.Hosting.Bus;

/// <summary>The stable names of facts: the full name of the contract record.</summary>
internal static class FactNames
{
    private static readonly Assembly Contracts = typeof(Contracts.Ids).Assembly;
    private static readonly ConcurrentDictionary<string, Type?> Known = new(StringComparer.Ordinal);

    public static string Of<T>() => Of(typeof(T));

    public static string Of(Type fact) => fact.FullName!;

    public static Type? Find(string name) => Known.GetOrAdd(name, static fact => Contracts.GetType(fact));
}
