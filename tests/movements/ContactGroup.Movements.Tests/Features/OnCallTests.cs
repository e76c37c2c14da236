using System.Text.Json.Nodes;

namespace ContactGroup.Movements.Tests.Features;

/// <summary>Who else answers: a second contact on the way, and a focal point who stays behind.</summary>
public sealed class OnCallTests(MovementsApp app) : IClassFixture<MovementsApp>
{
    [Theory]
    [InlineData("alternateContact")]
    [InlineData("focalPoint")]
    public async Task Who_is_on_call_is_stored_as_said_and_is_no_version_for_a_force(string whom)
    {
        var movement = await app.NotifiedAsync(People.Ngo, app.Room());

        var answer = await app.PostAsync(People.Ngo, $"items/{movement}/amend", new JsonObject { [whom] = Person("Radio room", "+999 11 555 0137") });

        Assert.Equal((202, 1), (answer.Status, (int)answer.Body["version"]!));
        Assert.Equal("""{"name":"Radio room","phone":"\u002B999 11 555 0137"}""", (await app.FactAsync(movement, 2)).Content[whom]!.ToJsonString());
        await app.PostAsync(People.Ngo, $"items/{movement}/amend", new JsonObject { ["clear"] = new JsonArray(whom) });
        Assert.False((await app.FactAsync(movement, 3)).Content.ContainsKey(whom));
    }

    [Theory]
    [InlineData("alternateContact", null, "+999 11 555 0137", "name")]
    [InlineData("alternateContact", "Second lead", null, "phone")]
    [InlineData("focalPoint", "Radio room", "1", "phone")]
    public async Task Who_is_on_call_has_a_name_and_a_number(string whom, string? name, string? phone, string at)
    {
        var answer = await app.PostAsync(People.Ngo, $"channels/{app.Room()}/movements", Notifications.Good((whom, Person(name, phone))));

        Assert.Equal((400, $"{whom}.{at}"), (answer.Status, Assert.Single(answer.Fields)));
    }

    private static JsonObject Person(string? name, string? phone) => new() { ["name"] = name, ["phone"] = phone };
}
