using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ContactGroup.EndToEnd.Tests.Stage;

/// <summary>What a person does about movements in the browser, in the words of the screen.</summary>
internal sealed class Notifier(IPage page)
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 90_000 };

    /// <summary>Opens the room from the list of groups, wherever the screen has it.</summary>
    public async Task OpenRoomAsync(string room)
    {
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Groups" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = Named("^" + room) }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = room, Level = 1 })).ToBeVisibleAsync(Patiently);
    }

    /// <summary>Goes through the four steps and sends; gives the fragment of the notification's page.</summary>
    public async Task<string> NotifyAsync(Journey journey, params string[] forces)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Notify a movement here" }).ClickAsync();
        await WhatAndWhenAsync(journey);
        await NextAsync("Route");
        await RouteAsync(journey);
        await NextAsync("Vehicles and contact");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a vehicle" }).ClickAsync();
        await page.GetByLabel("Kind of vehicle").SelectOptionAsync("AMBULANCE");
        await page.GetByLabel("Plate").FillAsync(journey.Plate);
        await page.GetByLabel("Name or function").FillAsync(journey.Contact);
        await page.GetByLabel("Telephone").FillAsync(journey.Phone);
        await NextAsync("Who is told");
        foreach (var force in forces)
        {
            await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = Named("^Tell .{0,2}" + force) }).CheckAsync();
            await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = Named("consents: .{0,2}" + force) }).CheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { NameRegex = Named($"^Send to .*{string.Join(".*", forces)}") }).ClickAsync();
        await Expect(page.GetByText("The server has your notification.")).ToBeVisibleAsync(Patiently);
        await page.GetByRole(AriaRole.Link, new() { Name = "Open the notification" }).ClickAsync();
        await Expect(page.GetByText(journey.Plate)).ToBeVisibleAsync(Patiently);
        return new Uri(page.Url).Fragment;
    }

    /// <summary>Says on the movement's page how it goes on.</summary>
    public async Task SayAsync(string state)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = state, Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Named("^Say so: ") }).ClickAsync();
    }

    /// <summary>Corrects the number to call, on the movement's page, and sends that to whoever was named.</summary>
    public async Task CorrectPhoneAsync(string phone, string why)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Amend", Exact = true }).ClickAsync();
        await page.GetByLabel("Why it is amended").FillAsync(why);
        foreach (var step in new[] { "Route", "Vehicles and contact" })
        {
            await NextAsync(step);
        }

        await page.GetByLabel("Telephone").FillAsync(phone);
        await NextAsync("Who is told");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Named("^Send to ") }).ClickAsync();
        await Expect(page.GetByText("The server has your notification.")).ToBeVisibleAsync(Patiently);
        await page.GetByRole(AriaRole.Link, new() { Name = "Open the notification" }).ClickAsync();
    }

    /// <summary>Says with one touch where those who move are.</summary>
    public async Task CheckInAsync(string where)
    {
        await page.GetByRole(AriaRole.Region, new() { Name = "Check in" }).GetByRole(AriaRole.Button, new() { NameRegex = Named(where) }).ClickAsync();
        await Expect(page.GetByText("The server has it:")).ToBeVisibleAsync(Patiently);
    }

    /// <summary>How many movements the server says the person holds, asked for by the list.</summary>
    public async Task<int> CountAsync()
    {
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Incidents" }).ClickAsync();
        await page.GetByText("More filters").ClickAsync();
        var asked = page.WaitForResponseAsync(answer => answer.Url.Contains("kind=movement", StringComparison.Ordinal));
        await page.GetByLabel("Kind").SelectOptionAsync("movement");
        return (await (await asked).JsonAsync())!.Value.GetProperty("count").GetInt32();
    }

    /// <summary>Asks on the movement's page what it said before, and gives the place where that stands.</summary>
    public async Task<ILocator> ReadEarlierVersionsAsync()
    {
        var earlier = page.GetByRole(AriaRole.Region, new() { Name = "Earlier versions" });
        await earlier.GetByRole(AriaRole.Button, new() { Name = "Show what it said before" }).ClickAsync();
        return earlier;
    }

    /// <summary>Saves the record of the movement as a file.</summary>
    public async Task SaveRecordAsync(string file)
    {
        await page.GetByText("Record of this notification").ClickAsync();
        var saved = page.WaitForDownloadAsync(new() { Timeout = 90_000 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Record as of now" }).ClickAsync();
        await (await saved).SaveAsAsync(file);
    }

    /// <summary>Says that a version was read which came while the notification was open: only then it may be acknowledged.</summary>
    public async Task ReadAsync(int version)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"I have read version {version}" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Acknowledge receipt of version {version}" })).ToBeVisibleAsync(Patiently);
    }

    /// <summary>Says on the movement's page which cell has received it.</summary>
    public async Task AcknowledgeAsync(string cell)
    {
        await page.GetByLabel("Your cell").FillAsync(cell);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Named("^Acknowledge receipt of version ") }).ClickAsync();
        await Expect(page.GetByText("Receipt acknowledged")).ToBeVisibleAsync(Patiently);
    }

    private async Task WhatAndWhenAsync(Journey journey)
    {
        await page.GetByLabel("Category").SelectOptionAsync("STANDARD");
        await page.GetByLabel("Mode").SelectOptionAsync("ROAD");
        foreach (var (name, time) in new[] { ("Window from", "06:00"), ("Window until", "16:00") })
        {
            var window = page.GetByRole(AriaRole.Group, new() { Name = name });
            await window.GetByLabel("Day").FillAsync(journey.Day);
            await window.GetByLabel("Time").FillAsync(time);
        }

        await page.GetByLabel("Notes for your side").FillAsync(journey.Notes);
    }

    private async Task RouteAsync(Journey journey)
    {
        foreach (var (number, place, lat, lon) in new[] { (1, journey.From, "36.123456", "37.234567"), (2, journey.To, "36.301234", "37.101234") })
        {
            var stop = page.GetByRole(AriaRole.Group, new() { Name = $"Stop {number}" });
            await stop.GetByLabel("Name of the place").FillAsync(place);
            await stop.GetByLabel("Position").FillAsync($"{lat}, {lon}");
        }
    }

    private async Task NextAsync(string step)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Next", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = step, Exact = true })).ToBeVisibleAsync();
    }

    private static Regex Named(string words) => new(words, RegexOptions.None, TimeSpan.FromSeconds(1));
}

/// <summary>What is typed into a notification.</summary>
internal sealed record Journey(string Day, string From, string To, string Plate, string Contact, string Phone, string Notes);
