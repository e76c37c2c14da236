using System.Globalization;
using ContactGroup.Separation.Running;

namespace ContactGroup.Separation;

/// <summary>The harness from the command line: <c>pairs N SEED [LANES]</c>, <c>leaks [SEED [NAME...]]</c>; <c>lane</c> and <c>leak-lane</c> are for itself.</summary>
internal static class EntryPoint
{
    public static Task<int> Main(string[] arguments) => arguments switch
    {
        ["pairs", var pairs, var seed, ..] => LongRun.RunAsync(Number(pairs), Number(seed), arguments is [_, _, _, var lanes] ? Number(lanes) : Environment.ProcessorCount),
        ["lane", var first, var step, var pairs, var seed] => LongRun.LaneAsync(Number(first), Number(step), Number(pairs), Number(seed)),
        ["leak-lane", var first, var step, var seed, .. var names] => LeakTable.LaneAsync((int)Number(first), (int)Number(step), Number(seed), names),
        ["leaks"] => LeakTable.RunAsync(1, []),
        ["leaks", var seed, .. var names] => LeakTable.RunAsync(Number(seed), names),
        _ => Help(),
    };

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static Task<int> Help()
    {
        Console.Error.WriteLine("Use: pairs N SEED [LANES], or leaks [SEED [NAME...]].");
        return Task.FromResult(2);
    }
}
