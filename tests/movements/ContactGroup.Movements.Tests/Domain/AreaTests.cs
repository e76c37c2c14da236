using ContactGroup.Movements.Domain;
using ContactGroup.Movements.Domain.Concerns;

namespace ContactGroup.Movements.Tests.Domain;

public sealed class AreaTests
{
    [Theory]
    [InlineData(1, 5, 111_195)] // one degree beside the middle of it
    [InlineData(0, 12, 222_390)] // two degrees beyond its end
    [InlineData(0, -1, 111_195)]
    [InlineData(0, 185, 19_459_100)] // on the other side of the earth: five degrees short of opposite to either end
    public void A_position_is_as_far_from_a_leg_as_from_its_nearest_point(double lat, double lon, double metres) =>
        Assert.InRange(Leg((0, 0), (0, 10)).MetresFrom(Direction.Of((lat, lon))), metres - 1_000, metres + 1_000);

    [Fact]
    public void A_leg_of_no_length_is_a_position() =>
        Assert.Equal(Places.Kilometres((35, 39), (35.1, 39)) * 1_000, Leg((35, 39), (35, 39)).MetresFrom(Direction.Of((35.1, 39))), tolerance: 1);

    [Fact]
    public void A_leg_over_the_pole_passes_it()
    {
        var area = Area.Circle((90, 0), 1_000);

        Assert.Equal(0, area.MetresFrom(Leg((89, 0), (89, 180))));
        Assert.InRange(area.MetresFrom(Leg((89, 0), (89, 90))), 70_000, 90_000);
    }

    [Fact]
    public void An_outline_is_met_by_what_lies_in_it_crosses_it_or_comes_near_it()
    {
        var area = Area.Outline([(35.1, 39.5), (35.3, 39.5), (35.3, 39.8), (35.1, 39.8)]);

        Assert.Equal(0, area.MetresFrom(Leg((35.2, 39.6), (35.2, 39.6))));
        Assert.Equal(0, area.MetresFrom(Leg((35.2, 39.6), (36.2, 39.6))));
        Assert.Equal(0, area.MetresFrom(Leg((35.2, 39.0), (35.2, 41.0))));
        Assert.InRange(area.MetresFrom(Leg((35.4, 39.55), (35.4, 39.75))), 10_900, 11_300);
        Assert.InRange(area.MetresFrom(Leg((35.2, 39.9), (35.2, 39.9))), 9_000, 9_200);
    }

    [Fact]
    public void A_notch_in_an_outline_is_outside_it()
    {
        var area = Area.Outline([(35, 39), (35.4, 39), (35.2, 39.2), (35.4, 39.4), (35, 39.4)]);

        Assert.Equal(0, area.MetresFrom(Leg((35.1, 39.2), (35.1, 39.2))));
        Assert.True(area.MetresFrom(Leg((35.35, 39.2), (35.35, 39.2))) > 5_000);
    }

    private static Arc Leg((double Lat, double Lon) from, (double Lat, double Lon) to) => new(Direction.Of(from), Direction.Of(to));
}
