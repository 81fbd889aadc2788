add_engine(main LEVEL 5 USES base codec crypto store http journal access app net LIBRARIES fmt log threads)
target_link_libraries(engine_main PUBLIC features_list all_migrations load_client)

add_executable(jianghui ${CMAKE_SOURCE_DIR}/engine/main/main.cpp)
target_link_libraries(jianghui PRIVATE engine_main)
program_allocator(jianghui)
