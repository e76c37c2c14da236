using ContactGroup.Standalone;
using ContactGroup.Standalone.Demo;

var (start, exitCode) = StartCommand.Read(args);
if (start is null)
{
    return exitCode;
}

try
{
    using var folder = DataFolder.TryTake(start.DataFolder);
    if (folder is null)
    {
        Console.Error.WriteLine($"Another process uses {start.DataFolder}: one folder, one process.");
        return 1;
    }

    var app = StandaloneHost.Build(start);
    if (start.Demo && app.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Any())
    {
        Console.Error.WriteLine("--demo prints its passwords, so it listens only where --urls says; remove the setting Kestrel:Endpoints.");
        return 2;
    }

    await app.StartAsync();
    Welcome.Write(Console.Out, start, app.Urls, app.Services.GetService<ExerciseDirector>());
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception failure) when (StartFault.Explain(failure, start) is { } sentence)
{
    Console.Error.WriteLine(sentence);
    return 1;
}
