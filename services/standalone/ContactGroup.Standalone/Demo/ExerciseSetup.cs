using Microsoft.AspNetCore.Hosting.Server;

namespace ContactGroup.Standalone.Demo;

/// <summary>Adds the exercise when it is asked for.</summary>
internal static class ExerciseSetup
{
    public static IServiceCollection AddExercise(this IServiceCollection services, StartCommand start) => !start.Demo
        ? services
        : services
            .AddSingleton(provider => new ExerciseDirector(
                provider, provider.GetRequiredService<IServer>(), provider.GetRequiredService<TimeProvider>(), start.DataFolder))
            .AddHostedService(provider => provider.GetRequiredService<ExerciseDirector>());
}
