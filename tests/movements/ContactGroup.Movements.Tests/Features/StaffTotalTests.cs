using System.Text.Json.Nodes;

namespace ContactGroup.Movements.Tests.Features;

/// <summary>How many travel for the humanitarian organisations, and of whom they consist.</summary>
public sealed class StaffTotalTests(MovementsApp app) : IClassFixture<MovementsApp>
{
    [Fact]
    public async Task A_total_that_is_not_said_is_the_sum_of_its_parts()
    {
        var movement = await NotifyAsync(("staff", null), ("internationalStaff", 1), ("nationalStaff", 3), ("drivers", 2), ("contractors", 0));

        Assert.Equal(6, await StaffAsync(movement, 1));
    }

    [Fact]
    public async Task A_total_may_be_more_than_the_parts_that_are_said()
    {
        var movement = await NotifyAsync(("staff", 8), ("drivers", 2));

        Assert.Equal(8, await StaffAsync(movement, 1));
    }

    [Fact]
    public async Task Parts_that_are_more_than_the_total_are_refused_with_what_to_do()
    {
        var answer = await app.PostAsync(People.Ngo, Address(), Notifications.Good(("staff", 2), ("nationalStaff", 2), ("drivers", 1)));

        Assert.Equal((400, "staff"), (answer.Status, Assert.Single(answer.Fields)));
        Assert.Contains("are 3 together: give 3 or more, or fewer of them.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_total_that_was_the_sum_follows_an_amendment_of_a_part_and_is_no_version_for_a_force()
    {
        var movement = await NotifyAsync(("staff", null), ("nationalStaff", 3), ("drivers", 2));

        var more = await AmendAsync(movement, new JsonObject { ["drivers"] = 4 });
        await AmendAsync(movement, new JsonObject { ["clear"] = new JsonArray("nationalStaff") });

        Assert.Equal((202, 1), (more.Status, (int)more.Body["version"]!));
        Assert.Equal((7, 4), (await StaffAsync(movement, 2), await StaffAsync(movement, 3)));
    }

    [Fact]
    public async Task A_total_that_was_the_sum_of_parts_that_are_all_taken_out_goes_with_them()
    {
        var movement = await NotifyAsync(("staff", null), ("nationalStaff", 3), ("drivers", 2));

        await AmendAsync(movement, new JsonObject { ["clear"] = new JsonArray("nationalStaff", "drivers") });

        Assert.Null(await StaffAsync(movement, 2));
    }

    [Fact]
    public async Task Parts_that_are_too_large_to_be_added_are_each_named()
    {
        var answer = await app.PostAsync(People.Ngo, Address(), Notifications.Good(("staff", null), ("internationalStaff", int.MaxValue), ("drivers", int.MaxValue)));

        Assert.Equal(400, answer.Status);
        Assert.Equal(["drivers", "internationalStaff"], answer.Fields.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_total_that_was_said_for_itself_stays_and_bounds_what_is_amended()
    {
        var movement = await NotifyAsync(("staff", 5), ("drivers", 2));

        Assert.Equal(202, (await AmendAsync(movement, new JsonObject { ["drivers"] = 3 })).Status);
        Assert.Equal(5, await StaffAsync(movement, 2));
        Assert.Equal("staff", Assert.Single((await AmendAsync(movement, new JsonObject { ["nationalStaff"] = 3 })).Fields));
        Assert.Equal(202, (await AmendAsync(movement, new JsonObject { ["nationalStaff"] = 3, ["staff"] = 6 })).Status);
    }

    [Fact]
    public async Task A_total_is_emptied_into_the_sum_of_its_parts()
    {
        var movement = await NotifyAsync(("staff", 5), ("drivers", 2));

        await AmendAsync(movement, new JsonObject { ["clear"] = new JsonArray("staff") });

        Assert.Equal(2, await StaffAsync(movement, 2));
    }

    private async Task<string> NotifyAsync(params (string Field, object? Value)[] with)
    {
        var answer = await app.PostAsync(People.Ngo, Address(), Notifications.Good(with));
        Assert.Equal(202, answer.Status);
        return answer.Item;
    }

    private Task<Answer> AmendAsync(string movement, JsonObject change) => app.PostAsync(People.Ngo, $"items/{movement}/amend", change);

    private async Task<int?> StaffAsync(string movement, int version) => (int?)(await app.FactAsync(movement, version)).Content["staff"];

    private string Address() => $"channels/{app.Room()}/movements";
}
