using SampleApp;
using Testing;

namespace DevelopmentHosting.Tests.Hosting;

public sealed class StopTests
{
    [Fact]
    public async Task A_stop_lets_running_requests_finish()
    {
        await using var host = await Sample.StartAsync(typeof(Requests));
        using var client = host.Client();
        var request = client.GetStringAsync("api/Waits");
        await host.Notebook().Entered.Task;

        var stopping = host.StopAsync();
        await RefusesAsync(host.Address);
        host.Completion.IsCompleted.ShouldBeFalse();
        host.Notebook().Gate.SetResult();

        (await request).ShouldBe("finished");
        await stopping;
        (await host.Completion).ShouldBe(0);
    }

    [Fact]
    public async Task A_function_that_outlives_the_bound_is_cancelled()
    {
        await using var host = await Sample.RunAsync(
            new DevelopmentHostOptions { StopWithin = TimeSpan.FromMilliseconds(300), FunctionClasses = [typeof(Requests)] }
        );
        using var client = host.Client();
        var request = client.GetStringAsync("api/Waits");
        await host.Notebook().Entered.Task;
        var notebook = host.Notebook();

        await host.StopAsync();

        await Eventually.IsTrueAsync(() => notebook.Seen.Contains("cancelled"));
        await Should.ThrowAsync<HttpRequestException>(() => request);
    }

    private static async Task RefusesAsync(Uri address) =>
        await Eventually.IsTrueAsync(async () =>
        {
            using var client = new HttpClient(new SocketsHttpHandler());
            try
            {
                using var response = await client.GetAsync(address);
                return false;
            }
            catch (HttpRequestException)
            {
                // Nothing listens any more.
                return true;
            }
        });
}
