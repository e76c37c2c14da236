using ContactGroup.Movements.Domain.Areas;

namespace ContactGroup.Movements.Tests.Domain;

/// <summary>How far a position is from a part of an area: what the box answers is what all sides would have answered.</summary>
public sealed class AreaShapeTests
{
    private const double Metres = 111_195;

    [Theory]
    [InlineData(50.5, -179.995)] // beyond 180 degrees, by a third of a kilometre
    [InlineData(50.5, 180)]
    [InlineData(50.5, -180)]
    [InlineData(50.5, 179.2)] // inside
    [InlineData(50, 179)] // a corner
    [InlineData(49.995, 179.5)]
    public void A_position_near_the_edge_is_within_also_where_the_edge_is_180_degrees(double lat, double lon) =>
        Assert.True(Rectangle(179, 50, 180, 51).IsWithin((lat, lon), 1_000));

    [Theory]
    [InlineData(50.5, -179.98)] // 1.4 kilometres beyond 180 degrees
    [InlineData(50.5, 178.98)]
    [InlineData(51.02, 179.5)]
    [InlineData(-50.5, 179.5)]
    [InlineData(50.5, 0)]
    public void A_position_that_is_further_than_asked_is_not_within(double lat, double lon) =>
        Assert.False(Rectangle(179, 50, 180, 51).IsWithin((lat, lon), 1_000));

    [Theory]
    [InlineData(90, 0, 0)] // the pole is the upper edge
    [InlineData(90, 123.4, 0)]
    [InlineData(89.9, -179.9, 0)]
    [InlineData(80, -45, 0)]
    [InlineData(79.9, 170, 0.1)]
    [InlineData(-90, 0, 170)]
    public void An_area_around_a_pole_is_as_far_as_its_southern_edge(double lat, double lon, double degrees) =>
        Assert.Equal(degrees * Metres, Rectangle(-180, 80, 180, 90).MetresFrom((lat, lon), double.PositiveInfinity), tolerance: 0.001);

    [Fact]
    public void Degrees_of_longitude_are_short_near_a_pole()
    {
        var area = Rectangle(0, 88, 10, 89);

        Assert.True(area.IsWithin((88.5, 10.3), 1_000));
        Assert.False(area.IsWithin((88.5, 10.4), 1_000));
        Assert.Equal(area.MetresFrom((90, 10), double.PositiveInfinity), area.MetresFrom((90, -170), double.PositiveInfinity));
    }

    [Fact]
    public void A_box_is_not_the_area_in_it()
    {
        var corner = new AreaShape([[(10, 10), (12, 10), (12, 11), (11, 11), (11, 12), (10, 12)]]);

        Assert.False(corner.IsWithin((11.5, 11.5), 50_000));
        Assert.Equal(0.5 * Metres * Math.Cos(double.DegreesToRadians(11.5)), corner.MetresFrom((11.5, 11.5), double.PositiveInfinity), tolerance: 1);
    }

    [Fact]
    public void What_lies_further_than_it_matters_is_said_to_be_that_far()
    {
        var area = Rectangle(10, 10, 11, 11);

        Assert.Equal(50_000, area.MetresFrom((12, 10.5), most: 50_000));
        Assert.Equal(Metres, area.MetresFrom((12, 10.5), most: 150_000), tolerance: 0.001);
    }

    [Fact]
    public void Whatever_the_outline_and_the_position_it_is_what_all_sides_say()
    {
        var random = new Dice(20_260_301);
        for (var round = 0; round < 3_000; round++)
        {
            var (outline, position) = (Outline(random), Position(random));
            var shape = new AreaShape([outline]);
            var expected = Plainly(outline, position);

            Assert.Equal(expected, shape.MetresFrom(position, double.PositiveInfinity), tolerance: 0.001);
            Assert.True(shape.IsWithin(position, expected + 0.01));
            Assert.True(expected < 0.01 || !shape.IsWithin(position, expected - 0.01));
        }
    }

    private static AreaShape Rectangle(double west, double south, double east, double north) => new([[(west, south), (east, south), (east, north), (west, north)]]);

    // Small and as large as the globe, often at 180 degrees or at a pole.
    private static (double Lon, double Lat)[] Outline(Dice random)
    {
        var (size, lon, lat) = (Math.Pow(10, random.Between(-2, 2)), random.Between(-200, 200), random.Between(-100, 100));
        return [.. Enumerable.Range(0, 3 + (int)random.Between(0, 9)).Select(_ => (
            Math.Clamp(lon + random.Between(-size, size), -180, 180), Math.Clamp(lat + random.Between(-size, size), -90, 90)))];
    }

    private static (double Lat, double Lon) Position(Dice random) => (Math.Clamp(random.Between(-95, 95), -90, 90), Math.Clamp(random.Between(-190, 190), -180, 180));

    // In the simplest way: every side, from every turn of the globe.
    private static double Plainly((double Lon, double Lat)[] outline, (double Lat, double Lon) position)
    {
        var sides = outline.Select((corner, index) => (From: corner, To: outline[(index + 1) % outline.Length])).ToList();
        var inside = sides.Count(side => side.From.Lat > position.Lat != side.To.Lat > position.Lat
            && position.Lon < ((side.To.Lon - side.From.Lon) * (position.Lat - side.From.Lat) / (side.To.Lat - side.From.Lat)) + side.From.Lon) % 2 == 1;
        return inside ? 0 : sides.Min(side => new[] { -360, 0, 360 }.Min(turn => FromSide(side.From, side.To, turn)));

        double FromSide((double Lon, double Lat) from, (double Lon, double Lat) to, double turn)
        {
            var east = Metres * Math.Cos(double.DegreesToRadians(position.Lat));
            var x = (from.Lon + turn - position.Lon) * east;
            var y = (from.Lat - position.Lat) * Metres;
            var (dx, dy) = ((to.Lon - from.Lon) * east, (to.Lat - from.Lat) * Metres);
            var length = (dx * dx) + (dy * dy);
            var along = length == 0 ? 0 : Math.Clamp(-((x * dx) + (y * dy)) / length, 0, 1);
            return Math.Sqrt(Math.Pow(x + (along * dx), 2) + Math.Pow(y + (along * dy), 2));
        }
    }

    /// <summary>The same numbers in every run.</summary>
    private sealed class Dice(uint seed)
    {
        private uint state = seed;

        public double Between(double least, double most)
        {
            state = unchecked((state * 1_664_525) + 1_013_904_223);
            return least + ((most - least) * (state / (double)uint.MaxValue));
        }
    }
}
