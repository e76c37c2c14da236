using System.Text.Json;
using ContactGroup.Client;

namespace ContactGroup.Load.Deadlines;

/// <summary>
/// How many reminders a force is shown of each notification, page by page of its list. Read when nothing is under way any more: what is released meanwhile moves to the
/// front of a list, and whoever reads pages from the front misses it.
/// </summary>
/// <param name="force">An account of the force.</param>
/// <param name="expected">The notifications that count.</param>
internal sealed class ShownReminders(ContactGroupClient force, IReadOnlyCollection<string> expected)
{
    private const int LargestPage = 200;

    private readonly HashSet<string> awaited = new(expected, StringComparer.Ordinal);
    private readonly Dictionary<string, int> reminders = new(StringComparer.Ordinal);

    /// <summary>How many pages were read.</summary>
    public int Pages { get; private set; }

    /// <summary>Notifications of which the force is shown one.</summary>
    public int Once => reminders.Values.Count(number => number == 1);

    /// <summary>Notifications of which it is shown none, or more than one.</summary>
    public int Otherwise => reminders.Count - Once;

    /// <summary>Notifications that it is not shown.</summary>
    public int NotShown => awaited.Count - reminders.Count;

    /// <summary>Reads the whole list once.</summary>
    public async Task ReadAsync(Action<string> say)
    {
        string? after = null;
        do
        {
            var page = await force.FindItemsAsync(new ItemQuery { Kind = "movement", Limit = LargestPage, After = after });
            Pages++;
            foreach (var item in page.Items.Where(item => awaited.Contains(item.Id)))
            {
                reminders[item.Id] = NumberOf(item);
            }

            after = page.Next;
            if (after is null || Pages % 10 == 0)
            {
                say($"{reminders.Count} of {awaited.Count} judged, {Once} with one reminder");
            }
        }
        while (after is not null);
    }

    private static int NumberOf(Item item) =>
        item.Fields["dispatch"].EnumerateArray().Single().TryGetProperty("reminders", out var said) && said.ValueKind == JsonValueKind.Number ? said.GetInt32() : 0;
}
