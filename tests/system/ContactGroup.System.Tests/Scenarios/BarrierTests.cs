using ContactGroup.Load;
using ContactGroup.Load.Barriers;
using ContactGroup.Testing;

namespace ContactGroup.System.Tests.Scenarios;

/// <summary>Bounded versions of the runs in tests/load: a posture that changes under watchers and a kill, and members who are removed while they listen.</summary>
public sealed class BarrierTests
{
    private static readonly string Standalone = Path.Combine(AppContext.BaseDirectory, "ContactGroup.Standalone.dll");

    [Fact]
    public async Task Nobody_ever_gets_more_than_the_posture_gives_and_a_kill_in_between_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        await LaidOutExercise.One.CopyToAsync(folder.Path);

        var (report, holds) = await new PostureRun(new ServerProcess(Standalone, folder.Path), items: 140, kills: 1).RunAsync();

        Assert.True(holds, report);
    }

    [Fact]
    public async Task Nothing_reaches_a_removed_member_after_the_acknowledgement()
    {
        using var folder = new TemporaryFolder();
        await LaidOutExercise.One.CopyToAsync(folder.Path);

        var (report, holds) = await new RemovalsRun(new ServerProcess(Standalone, folder.Path), races: 12).RunAsync();

        Assert.True(holds, report);
    }
}
