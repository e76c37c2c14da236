using System.Text.Json;
using ContactGroup.Contracts.Identity;
using ContactGroup.Standalone.Demo;

namespace ContactGroup.Standalone;

/// <summary>What the console says when the process is ready.</summary>
internal static class Welcome
{
    public static void Write(TextWriter console, StartCommand start, IEnumerable<string> addresses, ExerciseDirector? exercise)
    {
        if (start.Json)
        {
            WriteJson(console, addresses, exercise);
        }
        else
        {
            WriteText(console, start, addresses, exercise);
        }

        console.Flush();
    }

    private static void WriteText(TextWriter console, StartCommand start, IEnumerable<string> addresses, ExerciseDirector? exercise)
    {
        console.WriteLine($"ContactGroup is ready at {string.Join(" and ", addresses)}");
        console.WriteLine($"Everything is kept in {start.DataFolder}. Ctrl+C ends it.");
        if (exercise is null)
        {
            return;
        }

        console.WriteLine();
        console.WriteLine($"This is an exercise: {Exercise.Group}. People and places are made up.");
        console.WriteLine($"The password of every account is  {exercise.Passphrase}");
        console.WriteLine();
        foreach (var person in exercise.People)
        {
            console.WriteLine($"  {person.Account,-8} {person.OrganisationName ?? "no organisation; reads nothing"}{Standing(person)}");
        }
    }

    private static string Standing(SeededPerson person) => ConstituencyCode.AudienceOf(person.Constituency, person.Force) is { } audience ? $", {audience}" : string.Empty;

    private static void WriteJson(TextWriter console, IEnumerable<string> addresses, ExerciseDirector? exercise)
    {
        console.WriteLine(JsonSerializer.Serialize(new { addresses }, JsonSerializerOptions.Web));
        foreach (var person in exercise?.People ?? [])
        {
            console.WriteLine(JsonSerializer.Serialize(
                new
                {
                    person.Account,
                    password = exercise!.Passphrase,
                    person.Person,
                    person.DisplayName,
                    person.Organisation,
                    person.OrganisationName,
                    constituency = ConstituencyCode.Of(person.Constituency),
                    person.Force,
                    audience = ConstituencyCode.AudienceOf(person.Constituency, person.Force),
                },
                JsonSerializerOptions.Web));
        }

        console.WriteLine("""{"ready":true}""");
    }
}
