"""Prints for every day of a year what the PyPI package chinesecalendar knows of it.

Usage: holidays.py YEAR; prints JSON: [[day, is it worked, the holiday's English name or null], …].
"""
import datetime
import json
import sys

import chinese_calendar

day = datetime.date(int(sys.argv[1]), 1, 1)
days = []
while day.year == int(sys.argv[1]):
    is_free, name = chinese_calendar.get_holiday_detail(day)
    if is_free == chinese_calendar.is_workday(day) or is_free != chinese_calendar.is_holiday(day):
        sys.exit(f"chinesecalendar contradicts itself on {day}")
    days.append([day.isoformat(), not is_free, name if is_free else None])
    day += datetime.timedelta(days=1)
print(json.dumps(days))
