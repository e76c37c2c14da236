using System.Globalization;
using ContactGroup.EndToEnd.Tests.Stage;

namespace ContactGroup.EndToEnd.Tests.Scenarios;

/// <summary>An aid worker notifies a movement from an old phone; who is named has it in their browser, and nobody else of another side.</summary>
public sealed class MovementReachesWhoIsNamedTests(Theatre theatre) : IClassFixture<Theatre>
{
    private const string Room = "Movements and sites";
    private const string Northern = "Northern Force";
    private const string Law = "Notification only. Not a request for permission.";

    private static readonly Journey Medicine = new(
        TimeProvider.System.GetUtcNow().AddDays(5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "Brassgate depot",
        "Willowmere hospital",
        "QX-71904",
        "Dispatch of the day",
        "+963 11 555 010",
        "EXERCISE. Insulin for the copperfield ward.");

    [Fact]
    public async Task A_movement_is_exact_for_the_named_force_full_on_its_own_side_and_absent_for_the_other_force()
    {
        await using var author = await theatre.EnterAsync("leila", onPhone: true);
        await using var colleague = await theatre.EnterAsync("jonas");
        await using var force = await theatre.EnterAsync("okan");
        await using var otherForce = await theatre.EnterAsync("rafiq");
        foreach (var person in new[] { author, colleague, force, otherForce })
        {
            await person.Movements.OpenRoomAsync(Room);
        }

        var item = await author.Movements.NotifyAsync(Medicine, Northern);

        await force.SeesAsync("Willowmere hospital");
        await colleague.SeesAsync("Willowmere hospital");
        await otherForce.DoesNotSeeAsync("Willowmere");

        await NamedForceHasItExactlyAsync(force, item);
        await OtherForceHasNothingAsync(otherForce, item);
        await colleague.VisitAsync(item);
        await colleague.Screen.GetByText("copperfield").WaitForAsync();

        await force.Movements.AcknowledgeAsync("Air liaison cell");
        await author.Screen.GetByText("Air liaison cell").WaitForAsync();

        await author.Movements.SayAsync("Under way");
        await force.Screen.GetByText("Under way").WaitForAsync();
        await force.Movements.ReadAsync(version: 2);
    }

    private static async Task NamedForceHasItExactlyAsync(Person force, string item)
    {
        Assert.Equal(1, await force.Movements.CountAsync());
        await force.VisitAsync(item);
        await force.Screen.GetByText(Medicine.Plate).WaitForAsync();
        var page = await force.EverythingAsync();
        Assert.All(
            ["36.123456, 37.234567", "36.301234, 37.101234", Medicine.Contact, Medicine.Phone, Law],
            told => Assert.Contains(told, page, StringComparison.Ordinal));
        Assert.All(
            ["copperfield", "Leila", "Women's Network", "Southern", "Named to be told"],
            withheld => Assert.DoesNotContain(withheld, page, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task OtherForceHasNothingAsync(Person otherForce, string item)
    {
        Assert.Equal(0, await otherForce.Movements.CountAsync());
        await otherForce.VisitAsync(item);
        await otherForce.Screen.GetByText("This is not here, or not for you to see.").WaitForAsync();
    }
}
