using ContactGroup.Hosting.Memory;

namespace ContactGroup.Hosting.Tests.Memory;

public sealed class BurstsTests
{
    private const long Megabyte = 1 << 20;
    private readonly Bursts bursts = new();
    private TimeSpan now;
    private long asked;

    [Fact]
    public void What_a_start_took_is_given_back_when_the_start_is_over()
    {
        Assert.False(LookAfter(asking: 240, holding: 280));
        Assert.True(LookAfter(asking: 1, holding: 280));
    }

    [Fact]
    public void Nothing_is_given_back_while_there_is_work()
    {
        Started(holds: 280);

        Assert.All(Enumerable.Range(0, 100), _ => Assert.False(LookAfter(asking: 40, holding: 600)));
        Assert.True(LookAfter(asking: 10, holding: 600));
    }

    [Fact]
    public void Where_nothing_grew_there_is_nothing_to_give_back()
    {
        Started(holds: 280);

        Assert.All(Enumerable.Range(0, 1_000), _ => Assert.False(LookAfter(asking: 5, holding: 300)));
    }

    [Fact]
    public void A_small_process_does_not_stand_still_for_a_few_megabytes()
    {
        Started(holds: 60);

        Assert.All(Enumerable.Range(0, 1_000), _ => Assert.False(LookAfter(asking: 1, holding: 75)));
        Assert.True(LookAfter(asking: 1, holding: 77));
    }

    [Fact]
    public void What_went_by_itself_is_given_back_when_the_next_burst_takes_it_again()
    {
        Started(holds: 600);
        Assert.False(LookAfter(asking: 1, holding: 200));

        Assert.True(LookAfter(asking: 1, holding: 590));
    }

    [Fact]
    public void A_process_that_holds_a_gigabyte_is_left_alone()
    {
        Started(holds: 280);

        Assert.False(LookAfter(asking: 1, holding: 1_024));
        Assert.True(LookAfter(asking: 1, holding: 1_023));
    }

    [Fact]
    public void However_often_bursts_come_a_process_stands_still_for_a_five_hundredth_of_the_time_at_most()
    {
        Started(holds: 280);
        var (stood, pause) = (TimeSpan.Zero, TimeSpan.FromMilliseconds(400));
        for (var burst = 0; burst < 10_000; burst++)
        {
            LookAfter(asking: 1_000, holding: 900);
            if (LookAfter(asking: 1, holding: 900))
            {
                stood += pause;
                bursts.GivenBack(now, pause, 280 * Megabyte);
            }
        }

        Assert.InRange(stood / now, 0.0018, 0.002);
    }

    private void Started(long holds)
    {
        Assert.True(LookAfter(asking: 0, holding: holds));
        bursts.GivenBack(now, TimeSpan.FromMilliseconds(1), holds * Megabyte);
    }

    private bool LookAfter(long asking, long holding)
    {
        now += TimeSpan.FromSeconds(5);
        asked += asking * Megabyte;
        return bursts.IsOver(now, asked, holding * Megabyte);
    }
}
