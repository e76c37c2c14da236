using ContactGroup.EndToEnd.Tests.Stage;

namespace ContactGroup.EndToEnd.Tests.Scenarios;

/// <summary>The room for movements and sites, as an organisation and a force have it on their screens.</summary>
public sealed class NotificationRoomTests(Theatre theatre) : IClassFixture<Theatre>
{
    private const string Room = "Movements and sites";

    [Fact]
    public async Task It_tells_what_it_is_for_where_one_would_write_and_whom_it_reaches_to_the_humanitarian_side_alone()
    {
        await using var author = await theatre.EnterAsync("amal");
        await using var force = await theatre.EnterAsync("okan");

        await author.OpenAsync(Room);
        await force.OpenAsync(Room);

        await author.Screen.GetByText("told about movements and sites").WaitForAsync();
        await force.Screen.GetByText("told about movements and sites").WaitForAsync();
        Assert.Equal(0, await author.Screen.GetByRole(Microsoft.Playwright.AriaRole.Textbox).CountAsync());
        Assert.Contains("Southern Force", await author.EverythingAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Southern Force", await force.EverythingAsync(), StringComparison.OrdinalIgnoreCase);
    }
}
