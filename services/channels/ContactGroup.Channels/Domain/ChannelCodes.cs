using System.Collections.Frozen;
using System.Text.Json;
using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;

namespace ContactGroup.Channels.Domain;

/// <summary>Codes as the words of the wire and of the store, with the lists that remedies name.</summary>
internal static class ChannelCodes
{
    public static Words<Posture> Posture { get; } = new();

    public static Words<Sensitivity> Sensitivity { get; } = new();

    public static Words<ChannelKind> Kind { get; } = new();

    public static Words<Caveats> Caveat { get; } = new();
}

/// <summary>The members of an enumeration in kebab case. Its zero (unknown, none) has no word: nobody can choose it.</summary>
internal sealed class Words<T>
    where T : struct, Enum
{
    private readonly FrozenDictionary<string, T> byWord = Enum.GetValues<T>()
        .Where(value => !value.Equals(default(T)))
        .ToFrozenDictionary(value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()), StringComparer.Ordinal);

    public Words()
    {
        All = [.. Enum.GetValues<T>().Where(value => !value.Equals(default(T))).Select(Of)];
    }

    /// <summary>Every word, in the order of the enumeration.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>The value of a word that was checked or stored by us.</summary>
    public T Read(string word) => byWord[word];

    public string Of(T value) => byWord.First(pair => pair.Value.Equals(value)).Key;
}
