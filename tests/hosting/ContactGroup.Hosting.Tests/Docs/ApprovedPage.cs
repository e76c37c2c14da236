using System.Runtime.CompilerServices;

namespace ContactGroup.Hosting.Tests.Docs;

/// <summary>A page of the documentation that is generated from the code. UPDATE_APPROVED=1 writes it; otherwise a difference fails.</summary>
internal static class ApprovedPage
{
    public static void Check(string page, string generated)
    {
        var path = Path.Combine(Root(), "docs", "reference", page);
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, generated);
        }

        Assert.True(File.Exists(path) && File.ReadAllText(path) == generated, $"docs/reference/{page} is not what the code says; run the tests with UPDATE_APPROVED=1.");
    }

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "ContactGroup.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
