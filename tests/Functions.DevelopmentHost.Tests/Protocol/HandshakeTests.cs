using DevelopmentHosting.Protocol;

namespace DevelopmentHosting.Tests.Protocol;

/// <summary>What host and worker say before the first invocation.</summary>
public sealed class HandshakeTests
{
    private const string Timer = """{"name":"timer","type":"timerTrigger","direction":"In","schedule":"0 * * * * *"}""";

    private static readonly StatusResult Good = new() { Status = StatusResult.Types.Status.Success };

    [Fact]
    public async Task Each_function_is_loaded_as_the_worker_described_it()
    {
        var worker = new FakeWorker(question => Answer(question, ["First", "Second"]));

        var (functions, address) = await Handshake.RunAsync(worker.Connection, "/app", _ => true);

        functions.Select(function => function.Name).ShouldBe(["First", "Second"]);
        address.ShouldBe(new Uri("http://127.0.0.1:4711/"));
        worker
            .Told.Select(message => message.ContentCase.ToString())
            .ShouldBe(["WorkerInitRequest", "FunctionsMetadataRequest", "FunctionLoadRequest", "FunctionLoadRequest"]);
        worker.Told[1].FunctionsMetadataRequest.FunctionAppDirectory.ShouldBe("/app");
        worker
            .Told.Skip(2)
            .Select(message => message.FunctionLoadRequest)
            .ShouldAllBe(load =>
                load.Metadata.Equals(Metadata(load.Metadata.Name)) && load.FunctionId == load.Metadata.FunctionId
            );
        worker.Told.Select(message => message.RequestId).ShouldBeUnique();
    }

    [Fact]
    public async Task Only_what_counts_is_loaded()
    {
        var worker = new FakeWorker(question => Answer(question, ["First", "Second"]));

        var (functions, _) = await Handshake.RunAsync(worker.Connection, "/app", function => function.Name == "Second");

        functions.ShouldHaveSingleItem().Name.ShouldBe("Second");
        worker.Told.Count(message => message.FunctionLoadRequest is not null).ShouldBe(1);
    }

    [Fact]
    public async Task A_function_that_the_worker_cannot_load_is_named_with_the_reason()
    {
        var worker = new FakeWorker(question =>
            question.FunctionLoadRequest is null
                ? Answer(question, ["First"])
                : new() { FunctionLoadResponse = new() { Result = Bad("no such method") } }
        );

        var exception = await Should.ThrowAsync<InvalidOperationException>(() =>
            Handshake.RunAsync(worker.Connection, "/app", _ => true)
        );

        exception.Message.ShouldContain("First");
        exception.Message.ShouldContain("no such method");
    }

    [Fact]
    public async Task Two_functions_of_one_name_are_refused_whatever_their_case()
    {
        var worker = new FakeWorker(question => Answer(question, ["Same", "SAME"]));

        var exception = await Should.ThrowAsync<InvalidOperationException>(() =>
            Handshake.RunAsync(worker.Connection, "/app", _ => true)
        );

        exception.Message.ShouldContain("Same");
    }

    [Fact]
    public async Task A_worker_that_hangs_up_ends_it()
    {
        var worker = new FakeWorker(question => question.WorkerInitRequest is null ? null : Answer(question, []));

        await Should.ThrowAsync<WorkerGoneException>(() => Handshake.RunAsync(worker.Connection, "/app", _ => true));
    }

    private static StreamingMessage Answer(StreamingMessage question, IReadOnlyList<string> names) =>
        question.ContentCase switch
        {
            StreamingMessage.ContentOneofCase.WorkerInitRequest => new()
            {
                WorkerInitResponse = new() { Result = Good, Capabilities = { ["HttpUri"] = "http://127.0.0.1:4711/" } },
            },
            StreamingMessage.ContentOneofCase.FunctionsMetadataRequest => new()
            {
                FunctionMetadataResponse = new() { Result = Good, FunctionMetadataResults = { names.Select(Metadata) } },
            },
            _ => new() { FunctionLoadResponse = new() { Result = Good } },
        };

    private static RpcFunctionMetadata Metadata(string name) =>
        new()
        {
            Name = name,
            FunctionId = $"id-{name}",
            EntryPoint = $"App.{name}.Run",
            ScriptFile = "App.dll",
            RawBindings = { Timer },
        };

    private static StatusResult Bad(string reason) =>
        new()
        {
            Status = StatusResult.Types.Status.Failure,
            Exception = new() { Message = reason },
        };
}
