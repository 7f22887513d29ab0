from vitascope.media.progress import Progress, ProgressReader


def test_each_block_of_lines_is_one_report() -> None:
    reports: list[Progress] = []
    reader = ProgressReader(reports.append)

    for line in ["frame=30", "out_time_us=1500000", "speed= 2.5x", "progress=continue"]:
        reader(line)
    for line in ["frame=60", "out_time_us=3000000", "speed=2x", "progress=end"]:
        reader(line)

    assert reports == [
        Progress(out_time_ms=1500, speed=2.5, frame=30),
        Progress(out_time_ms=3000, speed=2.0, frame=60),
    ]


def test_values_not_known_yet_are_zero() -> None:
    reports: list[Progress] = []
    reader = ProgressReader(reports.append)

    for line in ["out_time_us=N/A", "speed=N/A", "progress=continue"]:
        reader(line)

    assert reports == [Progress(out_time_ms=0, speed=0.0, frame=0)]
