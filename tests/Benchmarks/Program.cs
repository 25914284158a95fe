using Benchmarks;

return TokenBenchmark.Run() & JudgeBenchmark.Run() ? 0 : 1;
