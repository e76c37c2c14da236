using System.Globalization;

namespace ContactGroup.Load.Faults;

/// <summary>
/// Lets nothing pass through some TCP ports until it is disposed, by rules of routing: nobody is told, as with a cable that is pulled. Works in a network
/// namespace of its own only, such as that of <c>unshare --net</c>, because it changes the order of the rules for all who use the network.
/// </summary>
internal sealed class Cut : IAsyncDisposable
{
    private const string Preference = "10";
    private static bool moved;
    private readonly IReadOnlyList<string[]> rules;

    private Cut(IReadOnlyList<string[]> rules) => this.rules = rules;

    /// <summary>Whether this process may change the rules and nobody else uses them.</summary>
    public static bool IsPossible { get; } = Environment.IsPrivilegedProcess && Network("self") != Network("1");

    /// <summary>Cuts.</summary>
    /// <param name="ports">Ports that a part listens on.</param>
    /// <param name="bothWays">Whether what is sent to it is lost as well, or only what it sends.</param>
    public static async Task<Cut> MakeAsync(IReadOnlyList<int> ports, bool bothWays)
    {
        await LocalAddressesLastAsync();
        string[] ways = bothWays ? ["sport", "dport"] : ["sport"];
        var cut = new Cut(
            [.. ports.SelectMany(port => ways.Select(way => (string[])["pref", Preference, "ipproto", "tcp", way, port.ToString(CultureInfo.InvariantCulture), "blackhole"]))]);
        foreach (var rule in cut.rules)
        {
            await LocalSystem.RunAsync("ip", ["rule", "add", .. rule]);
        }

        return cut;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var rule in rules)
        {
            await LocalSystem.RunAsync("ip", ["rule", "del", .. rule]);
        }
    }

    // Local addresses are looked up before every other rule, unless that rule is moved behind ours.
    private static async Task LocalAddressesLastAsync()
    {
        if (!moved)
        {
            await LocalSystem.RunAsync("ip", ["rule", "add", "pref", "100", "lookup", "local"]);
            await LocalSystem.RunAsync("ip", ["rule", "del", "pref", "0"]);
            moved = true;
        }
    }

    private static string? Network(string process) => new FileInfo($"/proc/{process}/ns/net").LinkTarget;
}
