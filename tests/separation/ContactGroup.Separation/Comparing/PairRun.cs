using System.Text.Json.Nodes;
using ContactGroup.Release.Domain;
using ContactGroup.Separation.Acts;
using ContactGroup.Separation.Hosts;
using ContactGroup.Separation.Observing;
using ContactGroup.Separation.Oracle;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Comparing;

/// <summary>The first thing the observer saw that differs between the worlds.</summary>
internal sealed record Difference(Observation? First, Observation? Second);

/// <summary>What came of running a pair.</summary>
/// <param name="Difference">The first difference; null when the worlds look the same.</param>
/// <param name="Observations">How many observations were compared.</param>
/// <param name="Operations">Operations that were done, by name, in both worlds together.</param>
internal sealed record Outcome(Difference? Difference, int Observations, IReadOnlyDictionary<string, int> Operations);

/// <summary>Runs two worlds side by side, one slot after the other, and compares what the observer sees after each.</summary>
internal sealed class PairRun(Plan plan, HostPair hosts)
{
    private const int SlotsBetweenSweeps = 7;

    private readonly Dictionary<string, int> operations = new(StringComparer.Ordinal);
    private int compared;
    private int doubted;

    public async Task<Outcome> RunAsync()
    {
        var (first, second) = (new World(plan, In.First, hosts.First, hosts.FirstHttp), new World(plan, In.Second, hosts.Second, hosts.SecondHttp));
        await first.BeginAsync();
        await second.BeginAsync();
        await using var one = new Eye(first);
        await using var two = new Eye(second);
        var difference = await BothAsync(one, two, "the beginning", async eye =>
        {
            await eye.ConnectAsync(fromStart: true);
            await eye.ListenAsync();
        });
        for (var at = 0; difference is null && at < plan.Slots.Count; at++)
        {
            var slot = plan.Slots[at];
            var sweeps = (at + 1) % SlotsBetweenSweeps == 0;
            difference = await BothAsync(one, two, slot.Key, eye => StepAsync(eye, slot, sweeps));
        }

        difference ??= await BothAsync(one, two, "the end", eye => SweepAsync(eye, "end", full: true));
        difference ??= await BothAsync(one, two, "the very end", eye => eye.ListenAsync());
        difference ??= await DoubtAsync(first) ?? await DoubtAsync(second);
        difference ??= plan.Sleeps ? await BothAsync(one, two, "the next day", WakeAsync) : null;
        await LeaveAlikeAsync(first);
        await LeaveAlikeAsync(second);
        return new Outcome(difference, compared + doubted, operations);
    }

    // Whether the observer holds of every movement what they are to hold: equal worlds could both show too little, or what is no longer theirs.
    private async Task<Difference?> DoubtAsync(World world)
    {
        var opinion = new SecondOpinion(plan, world.Taken, world.InTime);
        foreach (var slot in world.Taken.Where(one => one.Act is Notify && world.Knows(one.Key)).Select(one => one.Key))
        {
            if (opinion.Of(slot) is not { } expected)
            {
                continue;
            }

            var answer = await world.Http.SendAsync(new RawRequest("GET", "/api/release/items/" + world.ItemOf(slot), world.TokenOf(plan.Observer.Key)));
            var shown = Shown(opinion, answer);
            doubted++;
            if (shown != expected)
            {
                var what = $"what the oracle expects of {slot}, and what is shown of it, in the {world.Which.ToString().ToLowerInvariant()} world";
                return new Difference(new Observation("the very end", what, expected), new Observation("the very end", what, shown));
            }
        }

        return null;
    }

    // An answer that is neither is a difference as well, and not the end of the run.
    private static string Shown(SecondOpinion opinion, RawAnswer answer) =>
        answer.Status == 404 ? SecondOpinion.Nothing
        : answer.Status == 200 && JsonNode.Parse(answer.Text) is { } item && item["kind"] is { } kind && item["fields"] is JsonObject fields
            ? opinion.Shown(kind.GetValue<string>(), fields)
            : $"status {answer.Status}, and no view";

    // What is fixed once a day, or happens to notifications within hours by itself.
    private async Task WakeAsync(Eye eye)
    {
        await eye.DisconnectAsync();
        SeededIds.Begin(World.KeyOf(plan, "night"), eye.World.Host);
        await eye.World.Host.SleepAsync();
        eye.World.SignIn();
        await SweepAsync(eye, "day", full: false);
    }

    // The hosts are used again, and coordinators see every organisation there: what became of them in one world alone is made the same in both.
    private async Task LeaveAlikeAsync(World world)
    {
        SeededIds.Begin(World.KeyOf(plan, "after"), world.Host);
        foreach (var slot in plan.Slots)
        {
            if ((slot.First as ChangeOrganisation ?? slot.Second as ChangeOrganisation) is { } change)
            {
                await change.DoAsync(world, World.KeyOf(plan, slot.Key + "-after"));
            }
        }

        await world.Host.SettleAsync();
        await world.Host.ForgetDeadlinesAsync();
    }

    private async Task StepAsync(Eye eye, Slot slot, bool sweeps)
    {
        var world = eye.World;
        SeededIds.Begin(World.KeyOf(plan, slot.Key + " clock"), world.Host);
        await world.Host.AdvanceAsync(slot.Wait, eye.ExpectBeaconAsync);
        SeededIds.Begin(World.KeyOf(plan, slot.Key), world.Host);
        if (slot.Of(world.Which) is { } act)
        {
            world.WasRefused = false;
            await (act is Reconnect ? eye.ReconnectAsync() : act.DoAsync(world, World.KeyOf(plan, slot.Key)));
            if (!world.WasRefused)
            {
                world.Taken.Add((slot.Key, act));
            }

            var operation = world.WasRefused ? $"{act.Operation} refused" : act.Operation;
            operations[operation] = operations.GetValueOrDefault(operation) + 1;
        }

        await world.Host.SettleAsync();
        await LoosenAsync(eye, slot);
        await eye.ListenAsync();
        if (sweeps)
        {
            await SweepAsync(eye, slot.Key, full: false);
        }
    }

    // What a looser posture gives appears some seconds later, turn by turn; in both worlds the clock goes through them alike.
    private static async Task LoosenAsync(Eye eye, Slot slot)
    {
        var turns = slot.First is ChangePosture || slot.Second is ChangePosture
            ? (RuleBarrier.UntilLoosening / BarrierWatch.Turn) + 4
            : 0;
        for (var turn = 0; turn < turns; turn++)
        {
            await eye.World.Host.AdvanceAsync(BarrierWatch.Turn, eye.ExpectBeaconAsync);
        }
    }

    // What the observer's own commands set going comes to its end before the other world draws ids.
    private async Task SweepAsync(Eye eye, string when, bool full)
    {
        var key = World.KeyOf(plan, "sweep-" + when);
        SeededIds.Begin(key, eye.World.Host);
        await Sweep.RunAsync(eye, key, full);
        await eye.World.Host.SettleAsync();
    }

    private async Task<Difference?> BothAsync(Eye one, Eye two, string when, Func<Eye, Task> act)
    {
        one.At(when);
        two.At(when);
        await act(one);
        await act(two);
        for (; compared < Math.Max(one.Seen.Count, two.Seen.Count); compared++)
        {
            var (left, right) = (one.Seen.ElementAtOrDefault(compared), two.Seen.ElementAtOrDefault(compared));
            if (left != right)
            {
                return new Difference(left, right);
            }
        }

        return null;
    }
}
